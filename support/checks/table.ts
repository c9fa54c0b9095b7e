import type { CheckDefinition } from './definition';
import { scenarioChecks } from './scenario-checks';
import { submissionChecks } from './submission-checks';
import { webhookChecks } from './webhook-checks';

/** Every always-on check. Levels are defaults: an environment file may raise a `should`. */
export const checkCatalogue = { ...submissionChecks, ...webhookChecks } as const;

export type CheckId = keyof typeof checkCatalogue;

/** The ids in the order in which they are reported. */
export const checkIds = Object.keys(checkCatalogue) as CheckId[];

/** What is known of a check by its id: always-on, or of a scenario's own steps. */
export function checkDefinition(id: string): Omit<CheckDefinition, 'of'> | undefined {
  const all: Record<string, Omit<CheckDefinition, 'of'>> = { ...checkCatalogue, ...scenarioChecks };
  return Object.hasOwn(all, id) ? all[id] : undefined;
}
