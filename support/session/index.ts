/** One run: starts hub and reference participant, folds the messages, stops everything. */
export { readScenarios } from './features';
export { runOptions, type RunOptions } from './options';
export { runNews, type RunNews } from './parent';
export { bundled, home, stateFolder } from './places';
export { prepare, select, type Prepared } from './prepare';
export { readSession, type SessionFile } from './session-file';
