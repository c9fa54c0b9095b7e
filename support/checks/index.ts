/** The always-on checks: one small pure rule for each thing that every message and every webhook answer must keep to. */
export { checkEntry } from './check-entry';
export type { CheckDefinition } from './definition';
export { scenarioChecks } from './scenario-checks';
export { checkCatalogue, checkDefinition, checkIds } from './table';
export type { CheckId } from './table';
export * from './tell';
export type { CheckContext } from './types';
