/** All runs of a folder: which there were, what each came to, the page over them, and how old ones are deleted. */
export { prune, planPrune, type PruneRule } from './prune';
export { readRunLine, writeRunLine, type RunTotals } from './run-line';
export { readRunsRecord, type RunsRecord } from './runs-record';
export { writeRunsIndex } from './write-index';
