/** One run: starts hub and reference participant, folds the messages, stops everything. */
export { readAccess } from './access';
export { readScenarios, tagWords } from './features';
export { lockHolder, lockState } from './lock';
export { folderFault } from './losses';
export { runOptions, type RunOptions } from './options';
export { offDipRowProblem } from './off-dip-row';
export { ownParty, trustOf } from './own-party';
export { runNews, type RunNews } from './parent';
export { bundled, home, stateFolder } from './places';
export { filesOf, prepare, type Prepared } from './prepare';
export { checkSelection, select } from './selection';
export { readSession, type SessionFile } from './session-file';
export { runsAlone } from './workers';
