/** Evidence from the files of a run folder: summary page, JUnit, Allure results and report. Files in, files out. */
export { writeEvidence, type WrittenEvidence } from './write';
export { remoteNames } from './remote-names';
export * from './coverage';
