import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import { allureCases } from './allure-results';
import { writeAllureTrend } from './allure-trend';
import { everyVerdict, runFolder, scenario, verdictsOf } from './fixture';
import { readRunFiles } from './run-files';
import { writeRunLine } from './runs-index';
import type { Verdicts } from '../verdict';

async function standing(reports: string, over: Partial<Verdicts>): Promise<string> {
  const verdicts = verdictsOf(everyVerdict(), over);
  const folder = path.join(reports, verdicts.run);
  await cp(await runFolder(verdicts), folder, { recursive: true });
  await mkdir(path.join(folder, 'allure-results'), { recursive: true });
  await writeRunLine(folder, verdicts);
  return folder;
}

test('the trend tells earlier runs of the same participant and stage, the newest first', async () => {
  const reports = scratchDir();
  const day = (n: number) => `2027-02-0${n}T10:00:00.000Z`;
  await standing(reports, { run: 'first', started: day(1) });
  await standing(reports, { run: 'second', started: day(2) });
  await standing(reports, { run: 'later', started: day(9) });
  await standing(reports, { run: 'elsewhere', started: day(1), stage: 'SIT' });
  await mkdir(path.join(reports, 'no run'));
  const own = { run: 'own', started: day(3) };
  const folder = await standing(reports, own);
  await writeAllureTrend(folder, verdictsOf(everyVerdict(), own));
  const trend = JSON.parse(readFileSync(path.join(folder, 'allure-results/history/history-trend.json'), 'utf8'));
  assert.deepEqual(
    trend.map(({ reportName }: { reportName: string }) => reportName),
    ['second', 'first'],
  );
  const all = everyVerdict();
  assert.equal(trend[0].data.total, all.length);
  assert.equal(
    trend[0].data.failed,
    all.filter(({ verdict, blame }) => verdict === 'fail' && blame === 'participant').length,
  );
});

test('a first run has no trend', async () => {
  const folder = await standing(scratchDir(), { run: 'own' });
  await writeAllureTrend(folder, verdictsOf([], { run: 'own' }));
  assert.equal(existsSync(path.join(folder, 'allure-results/history')), false);
});

test('a result links the requirements of its scenario and the line of its feature', async () => {
  const verdicts = verdictsOf([scenario({ id: 'MQ-BP001-010/spring', uri: 'features/a.feature', line: 12 })]);
  const run = await readRunFiles(await runFolder(verdicts));
  const asked: string[] = [];
  const requirementsOf = (id: string) => (asked.push(id), ['MQ-R-BP001-010', 'MQ-R-BP001-020']);
  const [first] = allureCases({ ...run, requirementsOf });
  assert.deepEqual(asked, ['MQ-BP001-010']);
  assert.deepEqual(
    first!.result.links.map(({ type, name }) => [type, name]),
    [
      ['requirement', 'MQ-R-BP001-010'],
      ['requirement', 'MQ-R-BP001-020'],
      ['feature', 'features/a.feature:12'],
    ],
  );
  assert.deepEqual(allureCases(run).next().value.result.links.length, 1);
});
