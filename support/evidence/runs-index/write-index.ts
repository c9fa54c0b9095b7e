import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../write-whole';
import { indexPage, type IndexedRun } from './page';
import { readRunLine, remakeRunLine, type RunTotals } from './run-line';
import { readPruned, runFolders } from './runs-record';

const words = {
  'no verdicts': 'no verdicts: the run did not end, or its folder is broken',
  'not indexed': 'not in the index yet: qualify report index',
  changed: 'verdicts.json changed since it was indexed: qualify report index',
};

interface IndexOptions {
  fill?: boolean;
  onProgress?(text: string): void;
}

/**
 * Writes index.html over all runs below `reports` and returns its path. It reads the small run-line.json of each run;
 * with `fill` it makes those that are missing or old, for which it reads their verdicts.
 */
export async function writeRunsIndex(reports: string, options: IndexOptions = {}): Promise<string> {
  mkdirSync(reports, { recursive: true });
  const runs: IndexedRun[] = [];
  for (const name of runFolders(reports)) {
    runs.push({ name, totals: await totalsOf(path.join(reports, name), options), pages: pagesOf(reports, name) });
  }
  // The name begins with the time; a folder that somebody renamed still knows when it started.
  const key = ({ name, totals }: IndexedRun) =>
    typeof totals === 'string' ? name : `${totals.started.replace(/[-:]/g, '').replace('T', '-').slice(0, 15)}${name}`;
  runs.sort((a, b) => (key(a) < key(b) ? 1 : -1));
  const file = path.join(reports, 'index.html');
  await writeWhole(file, [indexPage(runs, readPruned(reports))]);
  return file;
}

async function totalsOf(folder: string, { fill, onProgress }: IndexOptions): Promise<RunTotals | string> {
  const totals = readRunLine(folder);
  if (typeof totals === 'object') return totals;
  if (!fill || totals === 'no verdicts') return words[totals];
  onProgress?.(`reading the verdicts of ${path.basename(folder)}`);
  return (await remakeRunLine(folder)) ?? 'verdicts.json cannot be read';
}

function pagesOf(reports: string, name: string): IndexedRun['pages'] {
  const page = (...parts: string[]) =>
    existsSync(path.join(reports, name, ...parts)) ? [encodeURIComponent(name), ...parts].join('/') : undefined;
  const [summary, allure] = [page('summary.html'), page('allure-report', 'index.html')];
  return { ...(summary && { summary }), ...(allure && { allure }) };
}
