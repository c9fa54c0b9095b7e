import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { readCsv, readXlsx } from '../../tables';
import { completionOf, noCompletionFile, writeCompletion } from '../completion';
import { everyVerdict, runFolder, verdictsOf } from '../fixture';
import { readSubject } from '../read-subject';
import type { VerdictKind } from '../totals';
import { rttmOf, writeRttm } from '../traceability';
import { requirement } from '../traceability/rttm.fixture';
import { writeEvidence } from '../write';

type Counts = Record<VerdictKind, number>;

const verdicts = verdictsOf(everyVerdict());
const left = { id: 'MQ-BP099-010', verdict: 'not-applicable', reason: 'REGS is not held' };
const { totals } = verdicts;
const stated = { ...verdicts, totals: { ...totals, notApplicable: totals.notApplicable + 1 } };
const want: Counts = {
  ...{ pass: totals.pass, fail: totals.fail, inconclusive: totals.inconclusive, waiting: totals.waiting },
  ...{ 'not-applicable': totals.notApplicable + 1, 'not-run': totals.notRun },
};
const words: Record<string, VerdictKind> = { 'not applicable': 'not-applicable', 'not run': 'not-run' };

let folder = '';
before(async () => {
  folder = await runFolder(stated, [left]);
  await writeEvidence(folder, { report: false });
  const ids = verdicts.scenarios.map(({ id }) => id.split('/')[0]!);
  const registers = { requirements: [requirement('R-1', ids.slice(0, 4))], artefacts: [] };
  const rttm = rttmOf({ subject: await readSubject(folder), registers, known: ids });
  await writeRttm(rttm, folder);
  await writeCompletion(completionOf(rttm, noCompletionFile), folder);
});
after(() => rm(folder, { recursive: true, force: true }));

const text = (name: string) => readFile(path.join(folder, name), 'utf8');

function counted(kinds: readonly string[]): Counts {
  const none: Counts = { pass: 0, fail: 0, inconclusive: 0, waiting: 0, 'not-applicable': 0, 'not-run': 0 };
  for (const kind of kinds) none[words[kind] ?? (kind as VerdictKind)] += 1;
  return none;
}

/** The tiles at the head of a page. */
async function tiles(page: string): Promise<Counts> {
  const html = await text(page);
  const of = (word: string) => Number(new RegExp(`<b>(\\d+)</b> \\S ${word}</li>`).exec(html)?.[1]);
  return Object.fromEntries(
    (Object.keys(want) as VerdictKind[]).map((kind) => [kind, of(kind.replace('-', ' '))]),
  ) as Counts;
}

async function table(name: string): Promise<Record<string, string>[]> {
  const read = readCsv(await text(name));
  assert.ok(read.ok);
  const [header, ...records] = read.records;
  return records.map(({ cells }) => Object.fromEntries(header!.cells.map((head, at) => [head, cells[at] ?? ''])));
}

test('the summary and the completion report show the totals of verdicts.json', async () => {
  assert.deepEqual(await tiles('summary.html'), want);
  assert.deepEqual(await tiles('completion.html'), want);
});

test('JUnit keeps each verdict as a property, CTRF as the raw status', async () => {
  const junit = [...(await text('junit.xml')).matchAll(/<property name="verdict" value="([^"]*)"/g)].map(
    ([, kind]) => kind!,
  );
  assert.deepEqual(counted(junit), want);
  const { results } = JSON.parse(await text('ctrf.json')) as {
    results: { tests: { rawStatus: string }[]; summary: Record<string, number> };
  };
  assert.deepEqual(counted(results.tests.map(({ rawStatus }) => rawStatus)), want);
  const { tests, passed, failed, skipped, pending, other } = results.summary;
  assert.deepEqual(
    { tests, passed, failed, other, pending, skipped },
    {
      ...{ tests: 10, passed: want.pass, failed: want.fail, other: want.inconclusive, pending: want.waiting },
      skipped: want['not-applicable'] + want['not-run'],
    },
  );
});

test('Allure results have as many of each status as the verdicts say', async () => {
  const results = path.join(folder, 'allure-results');
  const names = (await readdir(results)).filter((name) => name.endsWith('-result.json'));
  const statuses = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(results, name), 'utf8')).status),
  );
  const of = (status: string) => statuses.filter((one) => one === status).length;
  const participant = verdicts.scenarios.filter(({ verdict, blame }) => verdict === 'fail' && blame === 'participant');
  assert.deepEqual(
    [of('passed'), of('failed'), of('broken'), of('skipped')],
    [
      want.pass,
      participant.length,
      want.fail - participant.length + want.inconclusive,
      want.waiting + want['not-applicable'] + want['not-run'],
    ],
  );
});

test('the traceability matrix, as CSV and as workbook, has the same totals, and every scenario in one of its tables', async () => {
  const about = new Map((await table('rttm-about.csv')).map((row) => [row['What'], row['Value']]));
  const totalsOf = (rows: ReadonlyMap<string | undefined, string | undefined>) =>
    Object.fromEntries(
      (Object.keys(want) as VerdictKind[]).map((kind) => [
        kind,
        Number(rows.get(`Scenarios: ${kind.replace('-', ' ')}`)),
      ]),
    );
  assert.deepEqual(totalsOf(about), want);
  const book = readXlsx(await readFile(path.join(folder, 'rttm.xlsx')), 'About');
  assert.ok(book.ok);
  assert.deepEqual(totalsOf(new Map(book.records.map(({ cells }) => [cells[0], cells[1]]))), want);
  const traced = (await table('rttm-requirements.csv')).map((row) => [row['Scenario']!, row['Verdict']!] as const);
  const orphans = (await table('rttm-orphans.csv'))
    .filter((row) => row['Orphan'] === 'scenario without requirement')
    .map((row) => [row['Id']!, /its verdict is (\S+)/.exec(row['Why']!)![1]!] as const);
  assert.deepEqual(counted([...new Map([...traced, ...orphans]).values()]), want);
});

test('the results for Azure DevOps add up to the same', async () => {
  const rows = await table('azure-test-results.csv');
  assert.deepEqual(counted(rows.map((row) => row['Verdict']!)), want);
  const of = (outcome: string) => rows.filter((row) => row['Outcome'] === outcome).length;
  assert.deepEqual(['Passed', 'Failed', 'Blocked', 'Not Applicable', 'Not Run'].map(of), [
    want.pass,
    want.fail,
    want.inconclusive + want.waiting,
    want['not-applicable'],
    want['not-run'],
  ]);
});
