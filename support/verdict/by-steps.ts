import type { Blame } from '../errors';
import type { Outcome } from './collect';
import type { ScenarioVerdict } from './schema';

export interface Decision {
  verdict: ScenarioVerdict['verdict'];
  blame: Blame | null;
  code: string | null;
  reason: string | null;
}

const passed: Decision = { verdict: 'pass', blame: null, code: null, reason: null };

/** The participant failed; whoever else is to blame, nothing was shown about the participant. */
export function failing(blame: Blame, code: string, reason: string): Decision {
  return { verdict: blame === 'participant' ? 'fail' : 'inconclusive', blame, code, reason };
}

/** What Cucumber's status kinds mean for the verdict. */
export function decideBySteps({ steps, finished, findings }: Outcome): Decision {
  const worst = (status: string) => steps.find((step) => step.status === status);
  const failed = worst('FAILED');
  if (failed) {
    const { code, blame, text, fix } = findings?.failure ?? {
      code: 'HARNESS_FAULT',
      blame: 'harness' as const,
      text: failed.error ?? 'a step or hook failed without a word',
      fix: '',
    };
    const where = failed.text === '(hook)' ? '' : `step      ${failed.text}\n`;
    return failing(blame, code, `${where}${text}${fix ? `\nnext      ${fix}` : ''}`);
  }
  const undefinedStep = worst('UNDEFINED') ?? worst('AMBIGUOUS') ?? worst('UNKNOWN');
  if (undefinedStep) {
    const reason = `the step "${undefinedStep.text}" is ${undefinedStep.status.toLowerCase()}`;
    return failing('harness', `STEP_${undefinedStep.status}`, reason);
  }
  const pending = worst('PENDING');
  if (pending)
    return {
      verdict: 'waiting',
      blame: null,
      code: 'STEP_PENDING',
      reason: `a person must do this first: ${pending.text}`,
    };
  if (!finished) return failing('harness', 'SCENARIO_CUT_OFF', 'the scenario did not come to its end');
  // Hooks alone prove nothing.
  if (steps.every((step) => step.text === '(hook)'))
    return failing('harness', 'SCENARIO_EMPTY', 'the scenario ran no step');
  const skipped = worst('SKIPPED');
  if (skipped)
    return {
      verdict: 'not-run',
      blame: null,
      code: 'STEP_SKIPPED',
      reason: `skipped from the step "${skipped.text}" on`,
    };
  return passed;
}
