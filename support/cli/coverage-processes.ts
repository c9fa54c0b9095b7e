import type { Cell, Coverage, ProcessFact } from '../evidence';
import { shareText, type Section } from './coverage-section';

/** Business processes: scenarios, messages, the best proof. */
export function processes({ processes: facts }: Coverage): Section {
  const rows = facts.map((one) => [
    one.process,
    scenariosOf(one),
    `${one.messages.proved} of ${one.messages.total}`,
    one.grade ?? one.gap?.reason ?? '',
  ]);
  const share = { proved: facts.filter(({ grade }) => grade !== null).length, total: facts.length };
  const head = ['process', 'scenarios passed', 'messages proved', 'best proof, or why none'];
  return { title: 'By business process', head, rows, total: shareText(share, 'processes') };
}

function scenariosOf({ scenarios: { pass, fail, inconclusive, waiting, 'not-run': notRun } }: ProcessFact): string {
  const due = pass + fail + inconclusive + waiting + notRun;
  return due === 0 ? '-' : `${pass} of ${due}`;
}

/** Whom each process touches, and what the run showed of it in the roles of each kind of participant. */
export function matrix({ constituency: { constituencies, processes: rows } }: Coverage): Section {
  const held = constituencies.filter((one) => one.held.length > 0);
  const touched = rows.filter(({ cells }) => cells.some((cell) => cell.basis && isOne(held, cell)));
  const shown = touched.filter(({ cells }) => cells.some((cell) => cell.proved > 0 && isOne(held, cell)));
  const whom = held.map(({ name }) => name).join(', ') || 'no constituency of these roles';
  return {
    title: 'By process and constituency: touched, stated or inferred; scenarios passed, of those begun',
    head: ['process', ...constituencies.map(({ name }) => name)],
    rows: rows.map(({ process, cells }) => [process, ...cells.map(cellText)]),
    total: `${shown.length} of ${touched.length} processes that touch ${whom} proved`,
  };
}

const isOne = (held: readonly { id: string }[], { constituency }: Cell) => held.some(({ id }) => id === constituency);

function cellText({ basis, ran, proved }: Cell): string {
  return [basis ?? '-', ran > 0 && `${proved}/${ran}`].filter(Boolean).join(' ');
}
