import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { campaignErrors, errorsOf } from '../../errors';
import { campaignNames, readRecord } from '../campaign/record';
import { readRunLine } from './run-line';
import { notePruned, runFolders } from './runs-record';

const raise = errorsOf(campaignErrors);

/** What is to be deleted: runs that started before a time, or all but the newest. */
export type PruneRule = { before: Date } | { keep: number };

export interface PrunableRun {
  /** Name of its folder, directly below that of the runs. */
  name: string;
  /** ISO time. */
  started: string;
  bytes: number;
  why: string;
}

export interface PrunePlan {
  delete: PrunableRun[];
  /** Runs that the rule meant and that stay. */
  stay: { name: string; why: string }[];
}

/**
 * What a rule would delete below `reports`. Runs of a campaign and the newest run stay, whatever the rule says; what
 * holds neither verdicts.json nor run.json is no finished run and is left alone.
 * @throws QualifyError CAMPAIGN_UNREADABLE: while one cannot be read, nobody knows which runs it holds
 */
export function planPrune(reports: string, rule: PruneRule): PrunePlan {
  const campaigns = campaignsOfRuns(reports);
  const runs = runFolders(reports)
    .filter((name) => ['verdicts.json', 'run.json'].some((file) => existsSync(path.join(reports, name, file))))
    .map((name) => ({ name, started: startOf(path.join(reports, name)) }))
    .sort((a, b) => (a.started === b.started ? (a.name < b.name ? 1 : -1) : a.started < b.started ? 1 : -1));
  const plan: PrunePlan = { delete: [], stay: [] };
  for (const [index, { name, started }] of runs.entries()) {
    const meant = 'keep' in rule ? index >= rule.keep : started < rule.before.toISOString();
    if (!meant) continue;
    const campaign = campaigns.get(name);
    if (campaign !== undefined) plan.stay.push({ name, why: `it is of the campaign ${campaign}` });
    else if (index === 0) plan.stay.push({ name, why: 'it is the newest run' });
    else plan.delete.push({ name, started, bytes: sizeOf(path.join(reports, name)), why: whyOf(rule) });
  }
  return plan;
}

/** Deletes the runs of a plan with their originals, each noted in pruned.ndjson before it goes. */
export function prune(reports: string, originals: string, plan: PrunePlan, now: Date): void {
  for (const { name, started, bytes, why } of plan.delete) {
    const folder = path.join(reports, name);
    const verdicts = path.join(folder, 'verdicts.json');
    const sum = existsSync(verdicts) ? createHash('sha256').update(readFileSync(verdicts)).digest('hex') : null;
    notePruned(reports, { at: now.toISOString(), run: name, started, verdicts: sum, bytes, why });
    for (const place of [folder, path.join(originals, name)]) {
      try {
        rmSync(place, { recursive: true, force: true });
      } catch (error) {
        throw raise('PRUNE_FAILED', { run: name, problem: (error as Error).message }, place, error);
      }
    }
  }
}

function whyOf(rule: PruneRule): string {
  return 'keep' in rule
    ? `not among the ${rule.keep} newest runs`
    : `started before ${rule.before.toISOString().slice(0, 10)}`;
}

/** Name of a run's folder → the campaign that holds it. */
function campaignsOfRuns(reports: string): Map<string, string> {
  const folder = path.join(reports, 'campaigns');
  const found = new Map<string, string>();
  for (const name of campaignNames(reports)) {
    // The folder, or one above it, must stay.
    for (const run of readRecord(path.join(folder, name)).runs) found.set(run.folder.split('/')[0]!, name);
  }
  return found;
}

function startOf(folder: string): string {
  const totals = readRunLine(folder);
  if (typeof totals === 'object') return totals.started;
  const file = ['verdicts.json', 'run.json'].map((name) => path.join(folder, name)).find((one) => existsSync(one));
  return (file ? statSync(file) : statSync(folder)).mtime.toISOString();
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.reduce((sum, one) => sum + (lstatSync(path.join(one.parentPath, one.name)).size || 0), 0);
}
