import { assumedValue, confirmationText, type Environment } from '../stage';
import { assumptionsBehind, type Outcome, type ScenarioVerdict, type Verdicts } from '../verdict';
import type { Prepared } from './prepare';

/** Limits that the hub applies, by the check that they are behind. */
const behindChecks: Partial<Record<keyof Environment['limits'], string>> = {
  signatureSkew: 'signature',
  webhookAnswer: 'answered-within',
  delivery: 'reachable',
  retries: 'reachable',
};

/** Assumptions of the hub's limits that a verdict rests on; those of the steps come with the findings. */
function limitsBehind({ checks }: ScenarioVerdict, { limits }: Environment): string[] {
  const made = new Set(checks.filter(({ status }) => status !== 'not-applicable').map(({ id }) => id));
  return (Object.keys(behindChecks) as (keyof Environment['limits'])[])
    .filter((name) => made.has(behindChecks[name]!))
    .map((name) => limits[name].assumption);
}

/** Assumptions, each with the scenarios whose verdict rests on it. */
export function assumptionsUsed(
  { environment, assumptions }: Prepared,
  outcomes: readonly Outcome[],
  judged: readonly ScenarioVerdict[],
): Verdicts['assumptions'] {
  const behind = judged.map((scenario, index) => ({
    id: scenario.id,
    ids: new Set([
      ...assumptionsBehind(scenario, restsOn(outcomes[index]!), environment.levels),
      ...limitsBehind(scenario, environment),
    ]),
  }));
  return assumptions
    .map((assumption) => ({
      id: assumption.id,
      text: assumption.text,
      value: assumedValue(environment, assumption),
      confirmedBy: confirmationText(assumption),
      touched: behind.filter(({ ids }) => ids.has(assumption.id)).map(({ id }) => id),
    }))
    .filter(({ touched }) => touched.length > 0);
}

function restsOn({ described, findings }: Outcome): string[] {
  return [...described.assumes, ...(findings?.assumptions ?? [])];
}
