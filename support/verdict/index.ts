/** Cucumber's messages, the findings and the ledger become verdicts, findings of the run and an exit code. */
export { rootCause } from './alike';
export * from './attachments';
export * from './collect';
export * from './judge';
export * from './levels';
export { passesNotShown } from './not-shown';
export { offDipState, offDipText, passesNotSeen, type OffDipLeg } from './off-dip';
export * from './rests-on';
export * from './run-verdict';
export * from './schema';
export type { SystemAnswer, SystemAnswered } from './system-answered';
