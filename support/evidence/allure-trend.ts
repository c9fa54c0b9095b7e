import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Verdicts } from '../verdict';
import { allureFolders } from './allure-results';
import { readRunLine, type RunTotals } from './runs-index';
import { writeWhole } from './write-whole';

const mostRuns = 20;

/**
 * Writes what earlier runs of the same participant and stage came to, which Allure draws as its trend; read from the small
 * pages of the runs that stand beside this one.
 */
export async function writeAllureTrend(folder: string, verdicts: Verdicts): Promise<void> {
  const runs = earlierRuns(path.dirname(folder), verdicts).map(({ run, started, statuses }) => ({
    buildOrder: Math.floor(Date.parse(started) / 1000),
    reportName: run,
    data: { ...statuses, unknown: 0, total: Object.values(statuses).reduce((sum, n) => sum + n, 0) },
  }));
  if (runs.length === 0) return;
  const history = path.join(allureFolders(folder).results, 'history');
  await mkdir(history, { recursive: true });
  await writeWhole(path.join(history, 'history-trend.json'), [JSON.stringify(runs)]);
}

/** The newest first. */
function earlierRuns(reports: string, { participant, stage, started }: Verdicts): RunTotals[] {
  return readdirSync(reports, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readRunLine(path.join(reports, name)))
    .filter((line) => typeof line !== 'string')
    .filter((line) => line.participant === participant.name && line.stage === stage && line.started < started)
    .sort((a, b) => (a.started < b.started ? 1 : -1))
    .slice(0, mostRuns);
}
