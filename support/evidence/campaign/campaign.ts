import { existsSync } from 'node:fs';
import path from 'node:path';
import { campaignErrors, errorsOf, QualifyError } from '../../errors';
import { readRunFiles, type RunFiles } from '../run-files';
import { readRunsRecord } from '../runs-index';
import { buildUnderTest, type Standing, standings } from './standing';
import type { Build } from './build';
import { gapsOf } from './gaps';
import { readRecord, type RunLine } from './record';

const raise = errorsOf(campaignErrors);

/** A run of a campaign with its files, unless it is lost. */
export interface CampaignRun {
  line: RunLine;
  /** Absolute path of its folder. */
  folder: string;
  files?: RunFiles;
  lost?: string;
  leftOut: RunFiles['leftOut'];
}

/** A campaign as it stands now. */
export interface Campaign {
  name: string;
  /** In the order in which they were started; never empty. */
  runs: CampaignRun[];
  build: Build;
  standings: Standing<CampaignRun>[];
  gaps: string[];
}

/**
 * Reads a campaign from its folder, with all its runs; those that are gone or changed are told by its gaps.
 * @throws QualifyError CAMPAIGN_UNKNOWN, CAMPAIGN_UNREADABLE, CAMPAIGN_EMPTY (none was ever added)
 */
export async function readCampaign(folder: string): Promise<Campaign> {
  const record = readRecord(path.resolve(folder));
  if (record.runs.length === 0) throw raise('CAMPAIGN_EMPTY', { name: record.name, problem: 'none was added' }, folder);
  const runs: CampaignRun[] = [];
  for (const line of record.runs) runs.push(await held(path.join(record.reports, line.folder), line));
  const all = standings(runs, record.rationales);
  const gaps = gapsOf(runs, all, readRunsRecord(record.reports));
  return { name: record.name, runs, build: buildUnderTest(runs), standings: all, gaps };
}

async function held(folder: string, line: RunLine): Promise<CampaignRun> {
  const lost = (why: string): CampaignRun => ({ line, folder, lost: why, leftOut: [] });
  if (!existsSync(folder)) return lost('its folder is gone');
  try {
    const files = await readRunFiles(folder);
    const changed = [
      ['verdicts.json', line.verdicts],
      ['ledger.ndjson', line.ledger],
    ].find(([file, sum]) => (files.hashes[file!] ?? null) !== sum);
    if (changed) return lost(`${changed[0]} changed since it was added`);
    return { line, folder, files, leftOut: files.leftOut };
  } catch (error) {
    if (error instanceof QualifyError) return lost(error.message);
    throw error;
  }
}
