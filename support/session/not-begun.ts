import type { Scenario } from '../stage';
import type { Outcome, ScenarioVerdict } from '../verdict';

/** A scenario whose every step was skipped, because the run was interrupted before it, never began. */
export function hasBegun({ steps }: Outcome): boolean {
  return steps.some(({ text, status }) => (text === '(hook)' ? status === 'FAILED' : status !== 'SKIPPED'));
}

/** A scenario that was selected and never began: it stands in the verdicts, so that nothing is lost in silence. */
export function notBegun(scenario: Scenario, interrupted: boolean): ScenarioVerdict {
  const { id, name, process, theme, uri, line, roles, interfaces, kind } = scenario;
  return {
    ...{ id, name, process, theme, uri, line, roles, interfaces, kind },
    positions: {},
    ...why(interrupted),
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

/** Nobody interrupted the run: then the harness lost the scenario, and the run is not green. */
function why(interrupted: boolean): Pick<ScenarioVerdict, 'verdict' | 'blame' | 'code' | 'reason'> {
  return interrupted
    ? { verdict: 'not-run', blame: null, code: 'SCENARIO_NOT_BEGUN', reason: 'the run was interrupted before it began' }
    : {
        verdict: 'inconclusive',
        blame: 'harness',
        code: 'SCENARIO_CUT_OFF',
        reason: 'it was selected and never began',
      };
}
