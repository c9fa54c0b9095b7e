import { existsSync } from 'node:fs';
import path from 'node:path';
import { readCampaign, recordFile, subjectOfCampaign } from './campaign';
import { readRunFiles } from './run-files';
import { subjectOfRun, type Subject } from './subject';

/**
 * Reads the folder of a run or of a campaign.
 * @throws QualifyError EVIDENCE_RUN_MISSING, EVIDENCE_RUN_UNREADABLE, EVIDENCE_TOTALS_DISAGREE; CAMPAIGN_UNREADABLE,
 * CAMPAIGN_EMPTY
 */
export async function readSubject(folder: string): Promise<Subject> {
  if (!existsSync(path.join(folder, recordFile))) return subjectOfRun(await readRunFiles(folder));
  return subjectOfCampaign(await readCampaign(folder), folder);
}
