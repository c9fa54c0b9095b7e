/** One run: starts hub and reference participant, folds the messages, stops everything. */
export { choose, placesOf, readOf, type Chosen } from './choose';
export { featuresWithHash, readScenarios, tagWords, type BuiltFeatures } from './features';
export type { Begin } from './for-command';
export { lockHolder, lockState } from './lock';
export { folderFault } from './losses';
export { runOptions, type RunOptions } from './options';
export { offDipRowProblem } from './off-dip-row';
export { ownParty, trustOf } from './own-party';
export { runNews, type RunNews } from './parent';
export { bundled, home, stateFolder } from './places';
export { filesOf, prepare, type Prepared } from './prepare';
export { joinRun, readSession, type SessionFile } from './session-file';
export { workersHelp, workersOf } from './worker-count';
export { runsAlone } from './workers';
