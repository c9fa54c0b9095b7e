/** A campaign: the runs of one test phase of one system over its builds, and what counts of them. */
export { addToCampaign, type Addition } from './add';
export { buildOf, buildText, sameBuild, type Build } from './build';
export { readCampaign, type Campaign, type CampaignRun } from './campaign';
export { campaignFolder, campaignNames, readRecord, recordFile } from './record';
export type { Standing, Try } from './standing';
export { subjectOfCampaign } from './subject-of-campaign';
