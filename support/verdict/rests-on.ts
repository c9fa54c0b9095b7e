import { checkCatalogue, type CheckDefinition } from '../checks';
import type { ScenarioVerdict } from './schema';

/** Levels of an environment: check → the assumption by which it is raised. */
type Levels = Readonly<Record<string, { assumption: string }>>;

/**
 * Ids of the assumptions that the verdict of a scenario rests on: those of its tags, of every check that was made, and
 * of the level to which the environment raises it.
 */
export function assumptionsBehind(scenario: ScenarioVerdict, tagged: readonly string[], levels: Levels): Set<string> {
  const made = scenario.checks.filter((check) => check.status !== 'not-applicable').map((check) => check.id);
  const ofChecks = made.flatMap((id) => {
    const check = (checkCatalogue as Record<string, CheckDefinition>)[id];
    return [check?.assumption, levels[id]?.assumption].filter((one) => one !== undefined);
  });
  return new Set([...tagged, ...ofChecks]);
}
