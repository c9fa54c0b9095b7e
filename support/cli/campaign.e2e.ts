import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeRun, madeRun } from './made-runs.fixture';
import { assertTold, newPlace, start } from './qualify.fixture';

interface Shown {
  build: { components: { version: string }[] };
  scenarios: { id: string; verdict: string; run: string | null; attempts: { run: string; counts: boolean }[] }[];
  gaps: string[];
}

test('runs are added to a campaign and shown with what counts, what was tried, and what is missing', async () => {
  const place = newPlace();
  const qualify = (...args: string[]) => start(place, args).ended;
  await makeRun(place, { day: 1, version: '7.2', verdict: 'fail' });
  await makeRun(place, { day: 2, version: '7.2', verdict: 'pass' });
  await makeRun(place, { day: 3, version: '7.2', verdict: 'pass' });
  const added = await qualify('campaign', 'add', 'cycle-1', madeRun(1), 'latest');
  assert.equal(added.code, 0, added.stderr);
  assert.match(added.stderr, /2 runs added; cycle-1 has 2 runs\.\nThe build under test is CRM \(crm 7\.2\)\./);
  assert.equal(added.stdout.trim(), path.join(place.dir, 'reports/campaigns/cycle-1'));

  const [text, json] = await Promise.all([
    qualify('campaign', 'show', 'cycle-1'),
    qualify('campaign', 'show', 'cycle-1', '--json'),
  ]);
  assert.deepEqual([text.code, json.code], [0, 0]);
  assert.match(text.stdout, /MQ-BP001-010 +pass +fail > pass +under test/);
  assert.match(text.stdout, /! Run 20270202-100000-PIT-a1b2, started within the campaign, was not added/);
  const { scenarios, gaps } = JSON.parse(json.stdout) as Shown;
  assert.deepEqual(
    scenarios.map(({ id, verdict, run, attempts }) => [id, verdict, run, attempts.map(({ counts }) => counts)]),
    [['MQ-BP001-010', 'pass', madeRun(3), [false, true]]],
  );
  assert.equal(gaps.length, 1);
});

test('results of an earlier build count by a rationale that is given with a name', async () => {
  const place = newPlace();
  const qualify = (...args: string[]) => start(place, args).ended;
  await makeRun(place, { day: 1, version: '7.2', verdict: 'pass' });
  await makeRun(place, { day: 2, version: '7.3', verdict: 'pass' }, { scenarios: [], totals: noTotals });
  const verdict = async () => {
    const { stdout } = await qualify('campaign', 'show', 'c1', '--json');
    return (JSON.parse(stdout) as Shown).scenarios[0]!.verdict;
  };
  assert.equal((await qualify('campaign', 'add', 'c1', madeRun(1), madeRun(2))).code, 0);
  assert.equal(await verdict(), 'not-run');
  assertTold(await qualify('campaign', 'add', 'c1', '--rationale', 'the same code'), 'CAMPAIGN_RATIONALE_HALF');
  assert.equal((await qualify('campaign', 'add', 'c1', '--rationale', 'the same code', '--by', 'A. Tester')).code, 0);
  assert.equal(await verdict(), 'pass');
});

const noTotals = { pass: 0, fail: 0, inconclusive: 0, waiting: 0, notApplicable: 0, notRun: 0, observations: 0 };

test('mistakes with campaigns are told on one screen', async () => {
  const place = newPlace();
  const qualify = (...args: string[]) => start(place, args).ended;
  await makeRun(place, { day: 1, version: '7.2', verdict: 'pass' });
  await makeRun(place, { day: 2, version: '7.2', verdict: 'pass' }, { release: '2.2.1' });
  await qualify('campaign', 'add', 'c1', madeRun(1));
  const told = await Promise.all([
    qualify('campaign', 'add', 'c1', madeRun(1)),
    qualify('campaign', 'add', 'c1', madeRun(2)),
    qualify('campaign', 'add', 'c1', '20270209-100000-PIT-a1b2'),
    qualify('campaign', 'add', '../c1', madeRun(1)),
    qualify('campaign', 'show', 'c2'),
  ]);
  const codes = ['RUN_TWICE', 'RUN_OTHER', '', 'NAME_WRONG', 'UNKNOWN'].map((code) => code && `CAMPAIGN_${code}`);
  told.forEach((one, index) => assertTold(one, codes[index] || 'SUBJECT_UNKNOWN'));
});

test('two runs are compared as text, page and JSON; a regression ends with 1', async () => {
  const place = newPlace();
  const qualify = (...args: string[]) => start(place, args).ended;
  await makeRun(place, { day: 1, version: '7.2', verdict: 'pass' });
  await makeRun(place, { day: 2, version: '7.3', verdict: 'fail' });
  const [worse, better, same, page, wrong] = await Promise.all([
    qualify('compare', madeRun(1), 'latest'),
    qualify('compare', 'latest', madeRun(1), '--json'),
    qualify('compare', madeRun(1), madeRun(1), '--out', 'same.md'),
    qualify('compare', madeRun(1), 'latest', '--out', 'compared.html'),
    qualify('compare', madeRun(1), 'latest', '--out', 'compared.pdf'),
  ]);
  assert.deepEqual([worse.code, better.code, same.code, page.code], [1, 0, 0, 1]);
  assert.match(worse.stdout, /^Regressions\n.*\n +MQ-BP001-010 +pass > fail +x +expected IF-031$/m);
  assert.match(worse.stdout, /system under test +CRM \(crm 7\.2\) +CRM \(crm 7\.3\)/);
  assert.match(worse.stderr, /^1 regression, 0 fixes/m);
  assert.equal((JSON.parse(better.stdout) as { fixes: unknown[] }).fixes.length, 1);
  assert.match(readFileSync(path.join(place.dir, 'same.md'), 'utf8'), /No difference\./);
  assert.match(readFileSync(path.join(place.dir, 'compared.html'), 'utf8'), /Something broke/);
  assertTold(wrong, 'OPTION_WRONG');
});

test('the index lists all runs; prune lists, and deletes only with --yes', async () => {
  const place = newPlace();
  const qualify = (...args: string[]) => start(place, args).ended;
  for (const day of [1, 2, 3]) await makeRun(place, { day, version: '7.2', verdict: 'pass' });
  const index = await qualify('report', 'index');
  assert.equal(index.code, 0, index.stderr);
  const page = () => readFileSync(path.join(place.dir, 'reports/index.html'), 'utf8');
  assert.equal(index.stdout.trim(), path.join(place.dir, 'reports/index.html'));
  for (const day of [1, 2, 3]) assert.match(page(), new RegExp(madeRun(day)));
  assert.equal((await qualify('campaign', 'add', 'c1', madeRun(1))).code, 0);

  const listed = await qualify('report', 'prune', '--keep', '1');
  assert.match(listed.stdout, new RegExp(`^${madeRun(2)} `));
  assert.match(listed.stderr, /Nothing was deleted: 1 run/);
  const there = (day: number) => existsSync(path.join(place.dir, 'reports', madeRun(day)));
  assert.deepEqual([1, 2, 3].map(there), [true, true, true]);
  const pruned = await qualify('report', 'prune', '--keep', '1', '--yes');
  assert.equal(pruned.code, 0, pruned.stderr);
  assert.deepEqual([1, 2, 3].map(there), [true, false, true]);
  assert.match(page(), /Deleted runs/);
  const [none, both] = await Promise.all([
    qualify('report', 'prune'),
    qualify('report', 'prune', '--keep', '1', '--older-than', '3d'),
  ]);
  for (const one of [none, both]) assertTold(one, 'PRUNE_RULE_WRONG');
});

test('a run is repeated by its ids alone, with a profile that the user names', async () => {
  const place = newPlace();
  const qualify = (...args: string[]) => start(place, args).ended;
  await makeRun(place, { day: 1, version: '7.2', verdict: 'pass' });
  assertTold(await qualify('run', '--from', 'latest'), 'RUN_FROM_PROFILE');
  assertTold(await qualify('run', '--from', 'latest', '--scenario', 'MQ-BP001-010'), 'RUN_FROM_AND');
  const folder = path.join(place.dir, 'reports', madeRun(1));
  rmSync(path.join(folder, 'run.json'));
  assertTold(await qualify('run', '--from', folder), 'EVIDENCE_RUN_MISSING');
});
