import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { QualifyError } from '../../errors';
import type { Verdicts } from '../../verdict';
import { runFolder, scenario, verdictsOf } from '../fixture';
import { readSubject } from '../read-subject';
import { writeRunsIndex } from '../runs-index';
import { addToCampaign } from './add';
import { readCampaign } from './campaign';
import { campaignFolder } from './record';

const root = mkdtempSync(path.join(os.tmpdir(), 'campaign-'));
after(() => rmSync(root, { recursive: true, force: true }));
const now = new Date('2027-03-01T09:00:00Z');

const pass = scenario({ id: 'MQ-BP001-010' });
const fail = scenario({ id: 'MQ-BP001-010', verdict: 'fail', blame: 'participant', reason: 'no IF-031' });
const other = scenario({ id: 'MQ-BP001-020' });

function place(name: string) {
  const reports = path.join(root, name);
  mkdirSync(reports);
  /** A run that started on a day of February 2027, on a build. */
  const run = (day: number, version: string, scenarios = [pass], over: Partial<Verdicts> = {}) => {
    const id = `202702${String(day).padStart(2, '0')}-100000-PIT-a1b2`;
    const started = `2027-02-${String(day).padStart(2, '0')}T10:00:00.000Z`;
    const systemUnderTest = { name: 'CRM', boundary: null, components: version ? [{ name: 'crm', version }] : [] };
    const verdicts = verdictsOf(scenarios, { run: id, started, ended: started, systemUnderTest, ...over });
    return runFolder(verdicts, [], path.join(reports, id));
  };
  const add = (runs: string[], more: object = {}) => addToCampaign({ reports, name: 'c1', runs, now, ...more });
  return { reports, run, add };
}

const refused = (work: Promise<unknown>, code: string, text: RegExp) =>
  assert.rejects(work, (error) => {
    assert.ok(error instanceof QualifyError);
    assert.equal(error.code, code);
    assert.match(`${error.message} ${error.fix}`, text);
    return true;
  });

test('a campaign is made with its first run, and its subject says what counts over all runs', async () => {
  const { run, add } = place('subject');
  const first = await run(1, '7.2', [fail, other]);
  const second = await run(2, '7.2', [pass]);
  // In whatever order they are added.
  const folder = await add([second]);
  await add([first]);
  const subject = await readSubject(folder);
  assert.deepEqual([subject.kind, subject.name, subject.runs.length, subject.gaps], ['campaign', 'c1', 2, []]);
  assert.deepEqual(
    subject.results.map(({ id, verdict, run: { verdicts }, attempts }) => [id, verdict, verdicts.run, attempts.length]),
    [
      ['MQ-BP001-010', 'pass', '20270202-100000-PIT-a1b2', 2],
      ['MQ-BP001-020', 'pass', '20270201-100000-PIT-a1b2', 1],
    ],
  );
  const [failed, passed] = subject.results[0]!.attempts;
  assert.deepEqual([failed!.counts, passed!.counts, failed!.scenario.reason], [false, true, 'no IF-031']);
  assert.equal(subject.results[0]!.scenario, passed!.scenario);
});

test('a run is refused twice, of another participant, stage or release, and from elsewhere; then nothing is added', async () => {
  const { reports, run, add } = place('refused');
  const first = await run(1, '7.2');
  const folder = await add([first]);
  const before = readFileSync(path.join(folder, 'campaign.ndjson'));
  const good = await run(2, '7.2');
  await refused(add([good, first]), 'CAMPAIGN_RUN_TWICE', /a1b2 is in campaign c1/);
  await refused(add([good, good]), 'CAMPAIGN_RUN_TWICE', /20270202/);
  const participant = { name: 'Other', roles: ['SUP'], bundled: false };
  await refused(add([good, await run(3, '7.2', [pass], { participant })]), 'CAMPAIGN_RUN_OTHER', /participant: Other/);
  const bundled = { ...verdictsOf([pass]).participant, bundled: true };
  await refused(add([await run(6, '7.2', [pass], { participant: bundled })]), 'CAMPAIGN_RUN_OTHER', /\(bundled\)/);
  await refused(add([await run(4, '7.2', [pass], { stage: 'SIT' })]), 'CAMPAIGN_RUN_OTHER', /stage: SIT/);
  await refused(add([await run(5, '7.2', [pass], { release: '2.2.1' })]), 'CAMPAIGN_RUN_OTHER', /release: 2\.2\.1/);
  const elsewhere = await runFolder(verdictsOf([pass]), [], path.join(root, 'elsewhere'));
  await refused(add([elsewhere]), 'CAMPAIGN_RUN_PLACE', /does not lie below/);
  await refused(add([path.join(reports, 'nothing')]), 'EVIDENCE_RUN_MISSING', /./);
  assert.deepEqual(readFileSync(path.join(folder, 'campaign.ndjson')), before);
});

test('names that are no folder are refused', () => {
  for (const name of ['', '..', '../x', 'a/b', 'A', '.x', 'x.', 'a b', 'c'.repeat(65)]) {
    assert.throws(() => campaignFolder(root, name), { code: 'CAMPAIGN_NAME_WRONG' }, name);
  }
  assert.equal(campaignFolder(root, 'sit-cycle.2'), path.join(root, 'campaigns', 'sit-cycle.2'));
});

test('a rationale lets earlier results count, by name, and only for scenarios that there are', async () => {
  const { run, add } = place('rationale');
  const folder = await add([await run(1, '7.2', [pass, other]), await run(2, '7.3', [other])]);
  const verdicts = async () => (await readSubject(folder)).results.map(({ verdict }) => verdict);
  assert.deepEqual(await verdicts(), ['not-run', 'pass']);
  assert.match((await readSubject(folder)).gaps.join(), /1 scenario not run on the build under test, CRM \(crm 7\.3\)/);
  const rationale = { text: 'the tariff screen alone', by: 'A. Tester', scenarios: ['MQ-BP001-011'] };
  await refused(add([], { rationale }), 'CAMPAIGN_SCENARIO_UNKNOWN', /Did you mean MQ-BP001-010/);
  await add([], { rationale: { ...rationale, scenarios: ['MQ-BP001-010'] } });
  assert.deepEqual(await verdicts(), ['pass', 'pass']);
  const [result] = (await readSubject(folder)).results;
  assert.match(result!.attempts[0]!.reason!, /of an earlier build.*the tariff screen alone \(A\. Tester\)/);
  assert.deepEqual((await readSubject(folder)).gaps, []);
});

test('a run that changed, went, or was never added is a gap, and takes no attempt away in silence', async () => {
  const { reports, run, add } = place('gaps');
  const [first, second, third] = [
    await run(1, '7.2'),
    await run(2, '7.2', [pass, other]),
    await run(5, '7.2', [other]),
  ];
  const folder = await add([first, second, third]);
  assert.deepEqual((await readSubject(folder)).gaps, []);
  await run(3, '7.2', [fail]);
  mkdirSync(path.join(reports, '20270204-100000-PIT-c3d4'));
  appendFileSync(path.join(second, 'verdicts.json'), ' ');
  const { gaps, results, runs } = await readSubject(folder);
  assert.equal(runs.length, 2);
  const [changed, notAdded, broken, ...more] = gaps;
  assert.match(
    changed!,
    /Run 20270202.* cannot be shown: verdicts\.json changed since it was added\. It had 2 scenarios/,
  );
  assert.match(
    notAdded!,
    /Run 20270203-100000-PIT-a1b2, started within the campaign, was not added: its folder is there/,
  );
  assert.match(broken!, /Run 20270204-100000-PIT-c3d4.*it ended without verdicts/);
  assert.deepEqual(more, []);
  assert.deepEqual(
    results.map(({ id, verdict, lost, scenario: shown }) => [id, verdict, lost?.length, shown === undefined]),
    [
      ['MQ-BP001-010', 'inconclusive', 1, true],
      ['MQ-BP001-020', 'pass', 1, false],
    ],
  );
  rmSync(second, { recursive: true });
  assert.match((await readSubject(folder)).gaps[0]!, /its folder is gone/);
  rmSync(first, { recursive: true });
  rmSync(third, { recursive: true });
  await refused(readSubject(folder), 'CAMPAIGN_EMPTY', /its folder is gone/);
  assert.equal((await readCampaign(folder)).standings.length, 2);
});

test('runs of another participant, stage or time are no gap; builds that cannot be told apart are one', async () => {
  const { run, add } = place('no-gap');
  const folder = await add([await run(1, ''), await run(5, '')]);
  await run(2, '', [pass], { participant: { name: 'Other', roles: ['SUP'], bundled: false } });
  await run(3, '', [pass], { stage: 'SIT' });
  await run(6, '');
  // The folders that have no index line yet are told by their verdicts once they are indexed.
  await writeRunsIndex(path.dirname(path.dirname(folder)), { fill: true });
  assert.deepEqual((await readSubject(folder)).gaps, [
    'No versions of components are stated for the build under test: builds cannot be told apart.',
  ]);
});

test('a record that was edited, cut off, or names a folder elsewhere is not believed', async () => {
  const { run, add } = place('record');
  const folder = await add([await run(1, '7.2')]);
  const file = path.join(folder, 'campaign.ndjson');
  const text = readFileSync(file, 'utf8');
  const unreadable = (edited: string, problem: RegExp) => {
    writeFileSync(file, edited);
    return refused(readSubject(folder), 'CAMPAIGN_UNREADABLE', problem);
  };
  await unreadable(text.replace('"c1"', '"c2"'), /line 2 does not follow/);
  await unreadable(text.slice(0, -5), /line 2 is cut off/);
  await unreadable(text.split('\n').slice(1).join('\n'), /line 1 does not follow/);
  await unreadable(text.replace('"folder":"2027', '"folder":"../2027'), /line 2 is not one/);
  await unreadable(text.replace('"folder":"2027', '"folder":"/2027'), /line 2 is not one/);
});
