import { messageLabel } from '../../catalogue';
import type { ScenarioVerdict } from '../../verdict';
import { tally, type Tally } from '../totals';
import type { Exchange } from './exchanged';
import type { InScope } from './messages';
import { best, groupedBy } from './proof';
import type { CoveredRun, Gap, Grade, KnownScenario, Share } from './types';

/** A business process, or the word of a folder whose scenarios belong to none. */
export interface ProcessFact {
  process: string;
  /** Scenarios by verdict, those that the selection left out too. */
  scenarios: Tally;
  /** Messages of the process in the participant's roles, proved in a scenario of that process. */
  messages: Share;
  /** The best of its passed scenarios, over a ledger that proves itself. */
  grade: Grade | null;
  gap: Pick<Gap, 'kind' | 'reason'> | null;
}

/** Every process that the roles have a message in or the run a scenario of; `only` these where any are given. */
export function processFacts(
  { verdicts, selection, ledgerProblem }: CoveredRun,
  scope: readonly InScope[],
  exchanges: readonly Exchange[],
  known: readonly KnownScenario[],
  only: readonly string[] = [],
): ProcessFact[] {
  const listed = new Set(verdicts.scenarios.map(({ id }) => id));
  const processes = new Map(known.map(({ id, process }) => [id, process]));
  const left = selection.excluded
    .filter(({ id }) => !listed.has(id))
    .map(({ id, verdict }) => ({ verdict, process: processes.get(id) ?? /^MQ-([A-Z0-9]+)-/.exec(id)?.[1] ?? '' }));
  const all = groupedBy([...verdicts.scenarios, ...left], ({ process }) => process);
  const names = [...new Set([...scope.flatMap(({ definition }) => definition.processes), ...all.keys()])];
  const wanted = only.length > 0 ? names.filter((process) => only.includes(process)) : names;
  return wanted.sort().map((process) => {
    const passed = verdicts.scenarios.filter((one) => one.process === process && one.verdict === 'pass');
    const grade = ledgerProblem === undefined ? best(passed.map((one) => one.grade)) : null;
    const scenarios = tally(all.get(process) ?? []);
    const gap = grade === null ? gapOf(process, scenarios, { known, ledgerProblem }) : null;
    return { process, scenarios, messages: messagesOf(process, scope, exchanges), grade, gap };
  });
}

function messagesOf(process: string, scope: readonly InScope[], exchanges: readonly Exchange[]): Share {
  const went = exchanges.filter((one) => one.process === process);
  const keyOf = (role: string, direction: string, label: string) => `${role} ${direction} ${label}`;
  const own = scope.filter(({ definition }) => definition.processes.includes(process));
  const total = new Set([
    ...own.map(({ definition, role, direction }) => keyOf(role, direction, messageLabel(definition))),
    ...went.map(({ role, direction, label }) => keyOf(role, direction, label)),
  ]);
  const proved = new Set(went.flatMap((one) => (one.grade ? keyOf(one.role, one.direction, one.label) : [])));
  return { proved: proved.size, total: total.size };
}

const told: [verdict: ScenarioVerdict['verdict'], kind: Gap['kind'], reason: string][] = [
  ['fail', 'failed', 'its scenarios failed'],
  ['inconclusive', 'inconclusive', 'its scenarios were inconclusive'],
  ['waiting', 'waiting', 'its scenarios wait for a person'],
  ['not-run', 'not-run', 'its scenarios were not run'],
  ['not-applicable', 'not-applicable', 'its scenarios do not apply'],
];

function gapOf(
  process: string,
  scenarios: Tally,
  { known, ledgerProblem }: { known: readonly KnownScenario[]; ledgerProblem?: string | undefined },
): Pick<Gap, 'kind' | 'reason'> {
  if (scenarios.pass > 0 && ledgerProblem !== undefined) {
    return { kind: 'exchanged', reason: 'the ledger does not prove itself' };
  }
  const found = told.find(([verdict]) => scenarios[verdict] > 0);
  if (found) return { kind: found[1], reason: found[2] };
  return known.some((one) => one.process === process)
    ? { kind: 'not-selected', reason: 'its scenarios were not selected' }
    : { kind: 'not-named', reason: 'no scenario in the set is about it' };
}
