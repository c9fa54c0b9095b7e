import type { ScenarioVerdict } from '../../verdict';
import type { CoveredRun, Gap, KnownScenario, Seen } from './types';

type Status = ScenarioVerdict['verdict'] | 'not-selected';

/** What became of a scenario, the most telling first: what could be mended stands before what does not apply. */
const order: readonly Status[] = [
  'fail',
  'inconclusive',
  'waiting',
  'not-run',
  'not-selected',
  'pass',
  'not-applicable',
];

const words: Record<Status, { kind: Gap['kind']; reason: string }> = {
  fail: { kind: 'failed', reason: 'the scenario that names it failed' },
  inconclusive: { kind: 'inconclusive', reason: 'the scenario that names it was inconclusive' },
  waiting: { kind: 'waiting', reason: 'the scenario that names it waits for a person' },
  'not-run': { kind: 'not-run', reason: 'the scenario that names it was not run' },
  'not-selected': { kind: 'not-selected', reason: 'the scenario that names it was not selected' },
  pass: { kind: 'passed-without', reason: 'the scenario that names it passed without it, in this role and direction' },
  'not-applicable': { kind: 'not-applicable', reason: 'the scenario that names it does not apply' },
};

/**
 * Says why nothing proves something, by what was seen of it and by the scenarios that name it. `processes`: those that
 * the scenarios were narrowed to.
 */
export function gapFinder(
  { verdicts, selection }: Pick<CoveredRun, 'verdicts' | 'selection'>,
  processes: readonly string[] = [],
) {
  const set = processes.length > 0 ? `of ${processes.join(', ')}` : 'in the set';
  const ran = new Map(verdicts.scenarios.map((one) => [one.id, one]));
  const excluded = new Map(selection.excluded.map((one) => [one.id, one]));

  function statusOf(id: string): { status: Status; reason: string | null } {
    const verdict = ran.get(id);
    if (verdict) {
      const isLeftOut = verdict.verdict === 'not-run' || verdict.verdict === 'not-applicable';
      return { status: verdict.verdict, reason: isLeftOut ? (verdict.reason?.split('\n')[0] ?? null) : null };
    }
    const left = excluded.get(id);
    return left ? { status: left.verdict, reason: left.reason } : { status: 'not-selected', reason: null };
  }

  /** `naming`: every scenario that names the thing; `role`: the participant's, in which it would be proved. */
  return (seen: readonly Seen[], naming: readonly KnownScenario[], role: string): Gap => {
    if (seen.length > 0) {
      const why = [...new Set(seen.flatMap((one) => one.why ?? []))];
      const scenarios = [...new Set(seen.flatMap(({ scenario }) => scenario ?? []))].sort();
      return { kind: 'exchanged', reason: `exchanged, not proved: ${why.slice(0, 3).join('; ')}`, scenarios };
    }
    if (naming.length === 0) return { kind: 'not-named', reason: `no scenario ${set} names it`, scenarios: [] };
    const own = naming.filter(({ roles }) => roles.includes(role));
    if (own.length === 0) {
      const roles = [...new Set(naming.flatMap((one) => one.roles))].sort().join(', ');
      return { kind: 'other-roles', reason: `the scenarios that name it prove ${roles}`, scenarios: idsOf(naming) };
    }
    const told = own.map((one) => ({ id: one.id, ...statusOf(one.id) }));
    const status = order.find((candidate) => told.some((one) => one.status === candidate))!;
    const same = told.filter((one) => one.status === status);
    const why = [...new Set(same.flatMap(({ reason }) => reason ?? []))].join('; ');
    const { kind, reason } = words[status];
    return { kind, reason: why ? `${reason}: ${why}` : reason, scenarios: idsOf(same) };
  };
}

const idsOf = (scenarios: readonly { id: string }[]) => scenarios.map(({ id }) => id).sort();
