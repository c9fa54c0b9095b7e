import { best } from './proof';
import type { Constituencies, CoveredRun, Grade } from './types';

/** What a process means to a kind of participant, and what the run showed of it in that kind's roles. */
export interface Cell {
  constituency: string;
  /** Marked in the table of 2022, or touched by the messages of today; null: neither. */
  basis: 'stated' | 'inferred' | null;
  /** Scenarios of the process that the participant went through in a role of the constituency. */
  ran: number;
  /** Those of them that passed, over a ledger that proves itself. */
  proved: number;
  grade: Grade | null;
}

/** A kind of participant, with those of its roles in which this one was looked at. */
export interface ConstituencyFact {
  id: string;
  name: string;
  roles: readonly string[];
  held: string[];
}

export interface MatrixRow {
  process: string;
  theme: string | null;
  cells: Cell[];
}

const began = ['pass', 'fail', 'inconclusive', 'waiting'];

export function constituencyFacts({ constituencies }: Constituencies, roles: readonly string[]): ConstituencyFact[] {
  return constituencies.map(({ id, name, roles: played }) => {
    return { id, name, roles: played, held: played.filter((role) => roles.includes(role)) };
  });
}

/** Processes by constituencies, in the order of the registers. */
export function matrixOf(
  { verdicts, ledgerProblem }: Pick<CoveredRun, 'verdicts' | 'ledgerProblem'>,
  { constituencies, processes }: Constituencies,
  only: { roles: readonly string[]; processes: readonly string[] },
): MatrixRow[] {
  const wanted = processes.filter(({ process }) => only.processes.length === 0 || only.processes.includes(process));
  return wanted.map(({ process, theme = null, stated, also }) => {
    const scenarios = verdicts.scenarios.filter((one) => one.process === process && began.includes(one.verdict));
    const cells = constituencies.map(({ id, roles }): Cell => {
      const counted = roles.filter((role) => only.roles.includes(role));
      const own = scenarios.filter((one) => one.roles.some((role) => counted.includes(role)));
      const passed = ledgerProblem === undefined ? own.filter(({ verdict }) => verdict === 'pass') : [];
      return {
        constituency: id,
        basis: stated.includes(id) ? 'stated' : also.includes(id) ? 'inferred' : null,
        ran: own.length,
        proved: passed.length,
        grade: best(passed.map(({ grade }) => grade)),
      };
    });
    return { process, theme, cells };
  });
}
