import type { LedgerEntry } from '../ledger';
import { faultsLeftOn } from './faults-left-on';
import { refusedConnections } from './refused-connections';
import type { Finding, ScenarioVerdict, Verdicts } from './schema';

/**
 * What no scenario claims: failed checks of entries that belong to none, connections that the DIP refused, faults that
 * were left on.
 */
export function findingsOfRun(ledger: readonly LedgerEntry[]): Finding[] {
  const unclaimed = ledger
    .filter((entry) => entry.scenario === undefined)
    .flatMap((entry) =>
      entry.checks
        .filter((check) => check.status === 'fail')
        .map((check) => ({
          code: `check:${check.id}`,
          blame: check.blame ?? ('participant' as const),
          level: check.level,
          reason: check.reason,
          ledger: [entry.seq],
        })),
    );
  return [...unclaimed, ...refusedConnections(ledger), ...faultsLeftOn(ledger)];
}

/** Totals by verdict; observations are counted beside them. */
export function totalsOf(scenarios: readonly ScenarioVerdict[]): Verdicts['totals'] {
  const count = (verdict: ScenarioVerdict['verdict']) =>
    scenarios.filter((scenario) => scenario.verdict === verdict).length;
  return {
    pass: count('pass'),
    fail: count('fail'),
    inconclusive: count('inconclusive'),
    waiting: count('waiting'),
    notApplicable: count('not-applicable'),
    notRun: count('not-run'),
    observations: scenarios.reduce((sum, scenario) => sum + scenario.observations.length, 0),
  };
}

/**
 * The verdict where observations count as failures: a scenario that passed with one fails, or proves nothing if it is not
 * the participant's. What is only recorded is no observation of anybody.
 */
export function strictly(scenario: ScenarioVerdict): ScenarioVerdict {
  const seen = scenario.observations.filter(({ code }) => code !== 'recorded');
  const decisive = seen.find(({ blame }) => blame === 'participant') ?? seen[0];
  if (scenario.verdict !== 'pass' || !decisive) return scenario;
  const { blame, code, reason, ledger } = decisive;
  const lines = ledger.length > 0 ? ` (ledger line ${ledger.join(', ')})` : '';
  const verdict = blame === 'participant' ? 'fail' : 'inconclusive';
  return {
    ...scenario,
    verdict,
    blame,
    code,
    reason: `observation ${code}${lines}: a failure, by --strict\n${reason}`,
  };
}

/**
 * Exit code of a run: 130 interrupted, 1 when a scenario or a finding of the run fails, 3 when anything is inconclusive
 * or the harness erred, or nothing passed, else 0. With `strict` an observation is a failure.
 */
export function exitCodeOf(
  scenarios: readonly ScenarioVerdict[],
  findings: readonly Finding[],
  options: { strict: boolean; interrupted: boolean },
): number {
  if (options.interrupted) return 130;
  const musts = findings.filter((finding) => finding.level === 'must');
  const observed = [...scenarios.flatMap((scenario) => scenario.observations), ...findings].some(
    (finding) => finding.level === 'should' && finding.code !== 'recorded',
  );
  if (scenarios.some(({ verdict }) => verdict === 'fail')) return 1;
  if (musts.some(({ blame }) => blame === 'participant') || (options.strict && observed)) return 1;
  if (scenarios.some(({ verdict }) => verdict === 'inconclusive') || musts.length > 0) return 3;
  // What waits for a person or for a day has shown nothing yet: a build server must not take it for green.
  return scenarios.some(({ verdict }) => verdict === 'pass') ? 0 : 3;
}
