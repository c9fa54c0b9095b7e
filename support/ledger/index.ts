/** The append-only record of every message and act, from any source: what evidence is made of. */
export * from './chain';
export * from './entry';
export * from './facts';
export * from './ledger';
export * from './read';
export * from './scan';
export { wholeEntry } from './textual-entry';
