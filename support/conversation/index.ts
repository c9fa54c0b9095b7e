/** Expectations over the ledger: tables of legs, what came of them, whose fault a failure is, and a picture of it. */
export * from './types';
export { diagnose } from './diagnose';
export type { Diagnosis } from './diagnose';
export { diagnoseFailedCheck, firstFailedMust } from './failed-check';
export type { Waiting } from './failed-check';
export { sequenceDiagram } from './diagram';
export { legLabel } from './leg-label';
export type { Received } from './ledger-view';
export { absent, aboutMpan, labelOf, messageOf, received } from './ledger-view';
export { matchLegs } from './match';
export { parseConditions } from './parse-conditions';
export { parseLegs, parseMessage } from './parse-legs';
export { dipIdOf, inWords, parsePosition, positionOf } from './positions';
export { refusalIn } from './refusals';
export { conversationLines, elapsedLine } from './told';
export { conditionsHold, testConditions } from './test-conditions';
export type { Others } from './test-conditions';
