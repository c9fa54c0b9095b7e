import type { Outcome } from '../verdict';

/** So many scenarios in a row that nobody but the harness or the environment failed end a run: the rest would too. */
const inARow = 3;

/** Why a run stops by itself, for the verdicts of what was not begun. */
export const stopReason = `the run stopped: the hub was lost, or ${inARow} failures in a row were not the participant's`;

/** Told of each scenario that ends, answers true when the run is to stop. */
export function createStopRule(): (outcome: Outcome) => boolean {
  let failures = 0;
  return ({ steps, findings }) => {
    if (!steps.some(({ status }) => status === 'FAILED')) {
      failures = 0;
      return false;
    }
    // A failure that was not kept with its blame, as of a hook, is the harness's.
    const blame = findings?.failure?.blame ?? 'harness';
    if (findings?.failure?.code === 'HUB_UNREACHABLE') failures = inARow - 1;
    failures = blame === 'harness' || blame === 'environment' ? failures + 1 : 0;
    return failures === inARow;
  };
}
