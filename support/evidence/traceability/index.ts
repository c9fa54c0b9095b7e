/** Requirement by scenario by verdict, from a run or campaign and the registers. */
export { rttmJson } from './json';
export { readOwnList, type OwnColumns, type OwnList, type OwnListSource } from './own-list';
export type { ArtefactFact, OwnFact, RequirementFact, Rttm } from './facts';
export { rttmOf, type RttmInput } from './rttm';
export { type Grade } from './state';
export { rttmTables } from './tables';
export { buildName } from './traced';
export { writeRttm } from './write-rttm';
