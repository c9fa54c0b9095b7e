import type { Scenario } from '../stage';
import type { Outcome, ScenarioVerdict } from '../verdict';

/**
 * A scenario whose every step was skipped, because the run was to end, never began; nor did one that was told so when it
 * asked for its first MPAN.
 */
export function hasBegun({ steps, findings }: Outcome): boolean {
  if (findings?.failure?.code === 'RUN_INTERRUPTED' && findings.mpans.length === 0) return false;
  return steps.some(({ text, status }) => (text === '(hook)' ? status === 'FAILED' : status !== 'SKIPPED'));
}

/**
 * A scenario that was selected and never began: it stands in the verdicts, so that nothing is lost in silence. Without
 * a reason the harness lost it, and the run is not green.
 */
export function notBegun(scenario: Scenario, roles: string[], reason: string | null): ScenarioVerdict {
  const { id, name, process, theme, uri, line, interfaces, kind } = scenario;
  return {
    ...{ id, name, process, theme, uri, line, roles, interfaces, kind },
    positions: {},
    ...decision(reason),
    observations: [],
    grade: null,
    started: null,
    durationMs: null,
    attempts: 0,
    checks: [],
    steps: [],
    mpans: [],
  };
}

/** Why a scenario did not begin when somebody ended the run. */
export const interruptedBefore = 'the run was interrupted before it began';

function decision(reason: string | null): Pick<ScenarioVerdict, 'verdict' | 'blame' | 'code' | 'reason'> {
  return reason !== null
    ? { verdict: 'not-run', blame: null, code: 'SCENARIO_NOT_BEGUN', reason }
    : {
        verdict: 'inconclusive',
        blame: 'harness',
        code: 'SCENARIO_CUT_OFF',
        reason: 'it was selected and never began',
      };
}
