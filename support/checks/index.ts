/** The always-on checks: one small pure rule for each thing that every message and every webhook answer must keep to. */
export { checkEntry } from './check-entry';
export { checkCatalogue, checkIds } from './table';
export type { CheckDefinition, CheckId } from './table';
export type { CheckContext } from './types';
