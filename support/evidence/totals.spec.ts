import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { QualifyError } from '../errors';
import type { Finding } from '../verdict';
import { everyVerdict, runFolder, scenario, verdictsOf } from './fixture';
import { writeEvidence } from './write';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function evidenceOf(...args: Parameters<typeof runFolder>) {
  const folder = await runFolder(...args);
  folders.push(folder);
  await writeEvidence(folder, { report: false });
  const results = path.join(folder, 'allure-results');
  const names = (await readdir(results)).filter((name) => name.endsWith('-result.json'));
  const statuses: string[] = [];
  for (const name of names) statuses.push(JSON.parse(await readFile(path.join(results, name), 'utf8')).status);
  const junit = await readFile(path.join(folder, 'junit.xml'), 'utf8');
  const root = Object.fromEntries(
    [...junit.match(/<testsuites[^>]*>/)![0].matchAll(/(\w+)="(\d+)"/g)].map(([, k, v]) => [k, Number(v)]),
  );
  const summary = await readFile(path.join(folder, 'summary.html'), 'utf8');
  const tile = (word: string) => Number(new RegExp(`<b>(\\d+)</b> (?:\\S )?${word}</li>`).exec(summary)?.[1]);
  const status = (name: string) => statuses.filter((one) => one === name).length;
  return { folder, junit, root, tile, status, results: statuses.length };
}

test('the totals of verdicts.json, JUnit, Allure and the summary agree', async () => {
  const verdicts = verdictsOf(everyVerdict());
  const { totals } = verdicts;
  const { root, tile, status, results } = await evidenceOf(verdicts);
  const skipped = totals.waiting + totals.notRun + totals.notApplicable;
  assert.deepEqual(root, { tests: 9, failures: 2, errors: 2, skipped });
  assert.equal(root['failures']! + root['errors']!, totals.fail + totals.inconclusive);
  assert.equal(results, 9);
  assert.equal(status('passed'), totals.pass);
  assert.equal(status('failed'), 1, 'only what the participant is to blame for');
  assert.equal(status('failed') + status('broken'), totals.fail + totals.inconclusive);
  assert.equal(status('skipped'), skipped);
  assert.deepEqual(
    ['pass', 'fail', 'inconclusive', 'waiting', 'not applicable', 'not run', 'observations?'].map(tile),
    [
      totals.pass,
      totals.fail,
      totals.inconclusive,
      totals.waiting,
      totals.notApplicable,
      totals.notRun,
      totals.observations,
    ],
  );
});

test('a must finding of the run is one more failing case, a should finding is none', async () => {
  const finding: Omit<Finding, 'level'> = {
    code: 'unclaimed',
    blame: 'participant',
    reason: 'IF-031 [MSApp] that nobody claims',
    ledger: [1],
  };
  const pass = [scenario({ id: 'MQ-BP001-010' })];
  const must = await evidenceOf(verdictsOf(pass, { findings: [{ ...finding, level: 'must' }] }));
  assert.deepEqual([must.root['tests'], must.root['failures'], must.status('failed')], [2, 1, 1]);
  assert.match(must.junit, /<testcase classname="Findings of the run"/);
  const should = await evidenceOf(verdictsOf(pass, { findings: [{ ...finding, level: 'should' }] }));
  assert.deepEqual([should.root['tests'], should.root['failures'], should.status('failed')], [1, 0, 0]);
});

test('what the selection left out is counted where the totals count it, and only there', async () => {
  const pass = [scenario({ id: 'MQ-BP001-010' })];
  const excluded = [{ id: 'MQ-BP009-010', verdict: 'not-applicable', reason: 'REGS is not held' }];
  const plain = verdictsOf(pass);
  const apart = await evidenceOf(plain, excluded);
  assert.deepEqual([apart.root['tests'], apart.status('skipped')], [1, 0]);
  const counted = await evidenceOf({ ...plain, totals: { ...plain.totals, notApplicable: 1 } }, excluded);
  assert.deepEqual([counted.root['tests'], counted.root['skipped'], counted.status('skipped')], [2, 1, 1]);
});

test('verdicts that do not add up, are no verdicts or are absent make no evidence', async () => {
  const refuses = async (verdicts: ReturnType<typeof verdictsOf>, code: string) => {
    const folder = await runFolder(verdicts);
    folders.push(folder);
    const refused = (error: unknown) => error instanceof QualifyError && error.code === code;
    await assert.rejects(writeEvidence(folder, { report: false }), refused);
    return { folder, refused };
  };
  const good = verdictsOf(everyVerdict());
  await refuses({ ...good, totals: { ...good.totals, fail: 0 } }, 'EVIDENCE_TOTALS_DISAGREE');
  await refuses(verdictsOf([scenario({ id: 'X' }), scenario({ id: 'X' })]), 'EVIDENCE_TOTALS_DISAGREE');
  const { folder } = await refuses({ ...good, schema: 2 as 1 }, 'EVIDENCE_RUN_UNREADABLE');
  await rm(path.join(folder, 'verdicts.json'));
  const missing = (error: unknown) => error instanceof QualifyError && error.code === 'EVIDENCE_RUN_MISSING';
  await assert.rejects(writeEvidence(folder, { report: false }), missing);
});

test('JUnit and Allure name the assumptions that a verdict rests on, with their state', async () => {
  const { junit, folder } = await evidenceOf(verdictsOf([scenario({ id: 'MQ-BP001-010' }), scenario({ id: 'OTHER' })]));
  assert.equal(junit.match(/<property name="assumption effective-dates-begin-at" value="assumed"\/>/g)?.length, 1);
  const results = path.join(folder, 'allure-results');
  const names = (await readdir(results)).filter((name) => name.endsWith('-result.json'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(results, name), 'utf8')));
  const described = texts.map((text) => JSON.parse(text) as { fullName: string; description?: string });
  for (const { fullName, description = '' } of described) {
    assert.equal(description.includes('effective-dates-begin-at'), fullName.includes('MQ-BP001-010'), fullName);
  }
});
