import type { ScenarioFindings } from './attachments';
import type { RanStep } from './collect';
import type { ScenarioVerdict } from './schema';

/** Steps as they ran; those that passed though the records they ask for could not be read say why. */
export function markNotShown(steps: readonly RanStep[], { notShown }: ScenarioFindings): RanStep[] {
  const why = new Map(notShown.map((one) => [one.step, one.why]));
  return steps.map((step) => {
    const reason = step.status === 'PASSED' ? why.get(step.text) : undefined;
    return reason === undefined ? step : { ...step, notShown: reason };
  });
}

/** How many passes could not read records that they ask for, and why; undefined where all could. */
export function passesNotShown(scenarios: readonly ScenarioVerdict[]): string | undefined {
  const passes = scenarios.filter(({ verdict }) => verdict === 'pass');
  const reasons = passes.map(({ steps }) => steps.flatMap((step) => step.notShown ?? []));
  const weak = reasons.filter((why) => why.length > 0);
  if (weak.length === 0) return undefined;
  const of = passes.length === 1 ? 'pass' : 'passes';
  return `${weak.length} of ${passes.length} ${of}: acknowledged only (${[...new Set(weak.flat())].join(', ')})`;
}
