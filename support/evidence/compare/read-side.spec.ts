import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { QualifyError } from '../../errors';
import { scratchDir } from '../../testing';
import { addToCampaign, readCampaign } from '../campaign';
import { runFolder, scenario, verdictsOf } from '../fixture';
import { makePack } from '../pack';
import { scanNothing } from '../pack/pack.fixture';
import { readSubject } from '../read-subject';
import { compare, hasRegression } from './compare';
import { readSide } from './read-side';
import { readRepeat } from './repeat';
import { unpacked } from './unpacked';

const id = 'MQ-BP001-010';
const options = {
  roles: ['SUP'],
  types: ['functional'],
  dipIds: [],
  participant: '/etc/profile.yaml',
  out: '/',
  faults: ['x'],
};

async function runIn(reports: string, day: number, verdict: 'pass' | 'fail'): Promise<string> {
  const run = `2027020${day}-100000-PIT-a1b2`;
  const started = `2027-02-0${day}T10:00:00.000Z`;
  const one = scenario({ id, verdict, ...(verdict === 'fail' ? { blame: 'participant' as const } : {}) });
  const folder = await runFolder(verdictsOf([one], { run, started }), [], path.join(reports, run));
  writeFileSync(path.join(folder, 'run.json'), JSON.stringify({ schema: 1, run, options }));
  writeFileSync(
    path.join(folder, 'profile.effective.yaml'),
    `schema: 1\nname: day ${day}\nidentities: [{ role: SUP }]\n`,
  );
  return folder;
}

async function packOf(folder: string, runFolders: [string, string][]): Promise<string> {
  const subject = await readSubject(folder);
  const { pack } = makePack(
    { subject, folder, runFolders: new Map(runFolders) },
    { submission: false, scan: scanNothing, requirements: [] },
  );
  const file = path.join(scratchDir(), 'evidence.zip');
  writeFileSync(file, Buffer.concat([...pack!.pieces()]));
  return file;
}

test('a run, its pack and its campaign compare as the same, but for what they are; profiles differ key by key', async () => {
  const reports = scratchDir();
  const [first, second] = [await runIn(reports, 1, 'pass'), await runIn(reports, 2, 'fail')];
  const campaign = await addToCampaign({ reports, name: 'c1', runs: [first], now: new Date() });
  const runs: [string, string][] = (await readCampaign(campaign)).runs.map(({ line, folder }) => [line.run, folder]);
  const places = [first, await packOf(first, runs), campaign, await packOf(campaign, runs)];
  const sides = await Promise.all(places.map(readSide));
  for (const side of sides) {
    assert.deepEqual(side.cases, sides[0]!.cases);
    assert.deepEqual(compare(sides[0]!, side).facts, []);
    assert.equal(hasRegression(compare(side, await readSide(second))), true);
  }
  assert.deepEqual(
    sides.map(({ name }) => name),
    ['20270201-100000-PIT-a1b2', '20270201-100000-PIT-a1b2 (pack)', 'c1', 'c1 (pack)'],
  );
  const { facts } = compare(sides[0]!, await readSide(second));
  assert.deepEqual(facts, [{ what: 'profile: name', a: 'day 1', b: 'day 2' }]);
});

test('a pack that was altered is compared with a note, and leaves nothing behind', async () => {
  const folder = await runIn(scratchDir(), 1, 'pass');
  const file = await packOf(folder, [['20270201-100000-PIT-a1b2', folder]]);
  assert.doesNotMatch((await readSide(file)).notes.join(), /does not verify/);
  writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('more')]));
  assert.match((await readSide(file)).notes.join(), /The pack does not verify: /);
  let laid = '';
  const work = unpacked(file, (place) => {
    laid = place;
    assert.deepEqual(readdirSync(place).sort(), [
      'ledger.ndjson',
      'profile.effective.yaml',
      'run.json',
      'selection.json',
      'verdicts.json',
    ]);
    throw new Error('stop');
  });
  await assert.rejects(work, /stop/);
  assert.equal(existsSync(laid), false);
});

test('a run and its pack are repeated by ids and plain options, and by nothing else that stands there', async () => {
  const folder = await runIn(scratchDir(), 1, 'pass');
  const file = await packOf(folder, [['20270201-100000-PIT-a1b2', folder]]);
  const expected = {
    ...{ run: '20270201-100000-PIT-a1b2', participant: 'Example <Supplier>', bundled: false, stage: 'PIT' },
    ...{ scenarios: [id], roles: ['SUP'], types: ['functional'], dipIds: [] },
  };
  assert.deepEqual(await readRepeat(folder), expected);
  assert.deepEqual(await readRepeat(file), expected);
});

test('what is no id, role or plain word in a run from elsewhere is refused by its place', async () => {
  const refused = async (name: string, value: object, text: RegExp) => {
    const folder = await runIn(scratchDir(), 1, 'pass');
    writeFileSync(path.join(folder, name), JSON.stringify(value));
    await assert.rejects(readRepeat(folder), (error) => {
      assert.ok(error instanceof QualifyError);
      assert.equal(error.code, 'EVIDENCE_RUN_UNREADABLE');
      assert.match(error.message, text);
      return true;
    });
  };
  await refused('selection.json', { selected: ['--participant=/x'] }, /selection\.json.*selected\.0/);
  await refused('selection.json', { selected: [`MQ-BP001-010/${'x'.repeat(300)}`] }, /selected\.0/);
  await refused('run.json', { options: { ...options, roles: ['../SUP'] } }, /run\.json.*options\.roles\.0/);
  await refused('run.json', { options: { ...options, types: ['a b'] } }, /options\.types\.0/);
  await refused('run.json', { options: { ...options, dipIds: ['1; rm'] } }, /options\.dipIds\.0/);
});

test('a campaign is not repeated: its runs may have had several selections', async () => {
  const reports = scratchDir();
  const campaign = await addToCampaign({
    reports,
    name: 'c1',
    runs: [await runIn(reports, 1, 'pass')],
    now: new Date(),
  });
  await assert.rejects(readRepeat(campaign), { code: 'RUN_FROM_CAMPAIGN' });
  mkdirSync(path.join(reports, 'empty'));
  await assert.rejects(readRepeat(path.join(reports, 'empty')), { code: 'EVIDENCE_RUN_MISSING' });
});
