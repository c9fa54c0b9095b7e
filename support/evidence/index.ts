/** Evidence from the files of a run folder: summary page, JUnit, Allure results and report. Files in, files out. */
export { writeEvidence, type WrittenEvidence } from './write';
export { remoteNames } from './remote-names';
export {
  addToCampaign,
  buildText,
  campaignFolder,
  campaignNames,
  readCampaign,
  sameBuild,
  type Campaign,
  type CampaignRun,
  type Standing,
} from './campaign';
export {
  compare,
  comparisonPage,
  comparisonSections,
  comparisonText,
  hasRegression,
  readRepeat,
  readSide,
  type Comparison,
  type Repeat,
} from './compare';
export { planPrune, prune, writeRunsIndex, type PruneRule } from './runs-index';
export { readSubject } from './read-subject';
export type { Subject } from './subject';
export * from './coverage';
export * from './redaction';
export * from './scan';
export * from './traceability';
export * from './completion';
export { printPdf } from './pdf';
export {
  createSigner as createPackSigner,
  draftNote,
  makePack,
  type BuiltPack,
  type KnownRequirement,
  type Made,
  type MakeOptions,
  type PackFile,
  type PackSource,
  type Refusal,
  type Signer as PackSigner,
} from './pack';
export { openPack, verifyPack, type OpenedPack, type Verification } from './verify';
export {
  indexSubject,
  openViewer,
  viewedRequirements,
  viewerPages,
  type ViewedRequirement,
  type Viewer,
} from './viewer';
export { writeWhole } from './write-whole';
export { modifiedText } from './harness-text';
