import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { addToCampaign } from '../campaign';
import { everyVerdict, nastyName, runFolder, verdictsOf } from '../fixture';
import { markupProblems } from '../fixture-balance';
import { remoteNames } from '../remote-names';
import { planPrune, prune } from './prune';
import { writeRunLine } from './run-line';
import { readRunsRecord } from './runs-record';
import { pointsOf, trendText } from './trend';
import { runTotals } from './run-line';
import { writeRunsIndex } from './write-index';

const root = mkdtempSync(path.join(os.tmpdir(), 'runs-index-'));
after(() => rmSync(root, { recursive: true, force: true }));

const idOf = (day: number) => `202702${String(day).padStart(2, '0')}-100000-PIT-a1b2`;
const verdictsOn = (day: number, over = {}) =>
  verdictsOf(everyVerdict(), {
    run: idOf(day),
    started: `2027-02-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    ...over,
  });

async function reportsOf(name: string, days: number[]): Promise<string> {
  const reports = path.join(root, name);
  for (const day of days) {
    const folder = await runFolder(verdictsOn(day), [], path.join(reports, idOf(day)));
    await writeRunLine(folder, verdictsOn(day));
  }
  return reports;
}

test('the index shows every run, newest first, with its marks and its pages, and fetches nothing', async () => {
  const reports = await reportsOf('index', [1, 2]);
  const participant = { name: nastyName, roles: ['SUP'], bundled: true };
  const third = await runFolder(verdictsOn(3, { participant, partial: true }), [], path.join(reports, idOf(3)));
  await writeRunLine(third, verdictsOn(3, { participant, partial: true }));
  writeFileSync(path.join(third, 'summary.html'), '');
  const page = readFileSync(await writeRunsIndex(reports), 'utf8');
  assert.deepEqual(markupProblems(page), []);
  assert.deepEqual(remoteNames(page), []);
  assert.doesNotMatch(page, /<script/);
  const order = [3, 2, 1].map((day) => page.indexOf(idOf(day)));
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
  assert.match(page, new RegExp(`href="${idOf(3)}/summary.html"`));
  assert.doesNotMatch(page, new RegExp(`href="${idOf(2)}/`));
  for (const mark of ['partial', 'bundled reference participant'])
    assert.match(page, new RegExp(`chip \\w+">${mark}<`));
  assert.match(page, /Trend: Example &lt;Supplier&gt;, PIT/);
  assert.match(page, /aria-label="BP001: 2 of 3 passed in the last run that had it, 2 of 3 in the one before"/);
  assert.match(page, /<th scope="row">SDS<\/th>/);
});

test('run folders that are broken are listed as such, and nothing is thrown', async () => {
  const reports = await reportsOf('broken', [1]);
  for (const day of [2, 3, 4, 5]) mkdirSync(path.join(reports, idOf(day)));
  writeFileSync(path.join(reports, idOf(3), 'verdicts.json'), '{');
  writeFileSync(path.join(reports, idOf(4), 'verdicts.json'), JSON.stringify(verdictsOn(4)));
  await writeRunLine(path.join(reports, idOf(5)), verdictsOn(5));
  writeFileSync(path.join(reports, idOf(5), 'verdicts.json'), JSON.stringify(verdictsOn(5)));
  mkdirSync(path.join(reports, 'notes'));
  const rowOf = (page: string, day: number) =>
    new RegExp(`${idOf(day)}</th><td colspan="6">.*?>([^<]+)<`).exec(page)?.[1];
  const small = readFileSync(await writeRunsIndex(reports), 'utf8');
  assert.match(rowOf(small, 2)!, /^no verdicts/);
  assert.match(rowOf(small, 3)!, /^not in the index yet/);
  assert.match(rowOf(small, 4)!, /^not in the index yet/);
  assert.match(rowOf(small, 5)!, /changed since it was indexed/);
  assert.doesNotMatch(small, /notes/);
  const filled = readFileSync(await writeRunsIndex(reports, { fill: true }), 'utf8');
  assert.equal(rowOf(filled, 3), 'verdicts.json cannot be read');
  assert.deepEqual([rowOf(filled, 4), rowOf(filled, 5)], [undefined, undefined]);
  assert.deepEqual(markupProblems(filled), []);
  const empty = readFileSync(await writeRunsIndex(path.join(root, 'empty')), 'utf8');
  assert.match(empty, /No run was made yet/);
});

test('a trend leaves a gap where a run did not test a process', () => {
  const runs = [verdictsOn(1), verdictsOn(2, { scenarios: [] })].map((one) => runTotals(one, 1));
  assert.deepEqual(pointsOf(runs, 'processes', 'BP001'), [{ pass: 2, fail: 1, other: 0 }, undefined]);
  assert.equal(trendText([undefined]), 'in no run');
});

test('without a word to delete nothing goes; then what the rule means goes, with its originals, and is noted', async () => {
  const reports = await reportsOf('prune', [1, 2, 3, 4, 5]);
  const originals = path.join(root, 'originals');
  for (const day of [1, 2]) mkdirSync(path.join(originals, idOf(day)), { recursive: true });
  await addToCampaign({ reports, name: 'c1', runs: [path.join(reports, idOf(2))], now: new Date() });
  const plan = planPrune(reports, { before: new Date('2027-02-04T00:00:00Z') });
  assert.deepEqual(
    plan.delete.map(({ name }) => name),
    [idOf(3), idOf(1)],
  );
  assert.deepEqual(plan.stay, [{ name: idOf(2), why: 'it is of the campaign c1' }]);
  assert.ok(plan.delete.every(({ bytes }) => bytes > 0));
  const there = () => [1, 2, 3, 4, 5].filter((day) => existsSync(path.join(reports, idOf(day))));
  assert.deepEqual(there(), [1, 2, 3, 4, 5]);
  prune(reports, originals, plan, new Date('2027-03-01T09:00:00Z'));
  assert.deepEqual(there(), [2, 4, 5]);
  assert.deepEqual(
    [1, 2].map((day) => existsSync(path.join(originals, idOf(day)))),
    [false, true],
  );
  const { pruned } = readRunsRecord(reports);
  assert.deepEqual(
    pruned.map(({ run, why, at }) => [run, why, at.slice(0, 10)]),
    [
      [idOf(3), 'started before 2027-02-04', '2027-03-01'],
      [idOf(1), 'started before 2027-02-04', '2027-03-01'],
    ],
  );
  assert.match(pruned[0]!.verdicts!, /^[0-9a-f]{64}$/);
  assert.match(readFileSync(await writeRunsIndex(reports), 'utf8'), /Deleted runs.*20270201-100000-PIT-a1b2/s);
});

test('the newest run stays, and so does what is no finished run, lies elsewhere or is a link', async () => {
  const reports = await reportsOf('careful', [1, 2]);
  const elsewhere = await runFolder(verdictsOn(1), [], path.join(root, 'elsewhere'));
  symlinkSync(elsewhere, path.join(reports, '20270101-100000-PIT-0000'));
  mkdirSync(path.join(reports, '20270102-100000-PIT-0000'));
  mkdirSync(path.join(reports, 'notes'));
  writeFileSync(path.join(reports, 'notes', 'own.txt'), 'mine');
  const names = (plan: ReturnType<typeof planPrune>) => plan.delete.map(({ name }) => name);
  assert.deepEqual(names(planPrune(reports, { keep: 1 })), [idOf(1)]);
  const late = planPrune(reports, { before: new Date('2030-01-01T00:00:00Z') });
  assert.deepEqual(names(late), [idOf(1)]);
  assert.deepEqual(late.stay, [{ name: idOf(2), why: 'it is the newest run' }]);
  assert.deepEqual(names(planPrune(path.join(root, 'nowhere'), { keep: 1 })), []);
});

test('while a campaign cannot be read nothing is deleted: nobody knows which runs it holds', async () => {
  const reports = await reportsOf('unsure', [1, 2, 3]);
  const folder = await addToCampaign({ reports, name: 'c1', runs: [path.join(reports, idOf(1))], now: new Date() });
  appendFileSync(path.join(folder, 'campaign.ndjson'), 'x\n');
  assert.throws(() => planPrune(reports, { keep: 1 }), { code: 'CAMPAIGN_UNREADABLE' });
});

test('a run that was begun leaves a trace, whatever became of its folder', async () => {
  const reports = await reportsOf('trace', [1, 2]);
  const line = (run: string, prev: string, seq: number) =>
    `${JSON.stringify({ seq, prev, at: '2027-02-03T10:00:00.000Z', run, stage: 'PIT', release: '2.1.0', participant: 'x' })}\n`;
  writeFileSync(path.join(reports, 'runs.ndjson'), line('20270203-100000-PIT-0000', '0'.repeat(64), 1));
  const state = () => readRunsRecord(reports).begun.map(({ run, state: now }) => `${run.slice(6, 8)} ${now}`);
  assert.deepEqual(state(), [
    '03 its folder is gone, and nothing says why',
    '01 its folder is there',
    '02 its folder is there',
  ]);
  appendFileSync(path.join(reports, 'runs.ndjson'), line('20270204-100000-PIT-0000', '1'.repeat(64), 2));
  assert.match(readRunsRecord(reports).problem!, /line 2 does not follow/);
});
