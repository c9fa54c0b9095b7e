import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { QualifyError } from '../../errors';
import { scratchDir } from '../../testing';
import { eventDefinition, type Release } from '../release';
import { validateMessage } from '../validate';
import { bundledRelease, sampleMessage } from '..';
import { importRelease, listReleases, openRelease, saveRelease } from '.';
import { releaseFolder } from './release.fixture';

const code =
  (expected: string, text = /./) =>
  (error: QualifyError) =>
    error.code === expected && text.test(`${error.message} ${error.fix}`);

async function stored(id = '9.9', edits = {}): Promise<{ dir: string; release: Release }> {
  const dir = join(scratchDir(), 'releases');
  await saveRelease(dir, await importRelease(releaseFolder(edits), id));
  return { dir, release: openRelease(id, dir) };
}

test('a release is kept in one file that only its owner reads, and opens again', async () => {
  const { dir, release } = await stored();
  assert.deepEqual(readdirSync(dir), ['9.9.json']);
  if (process.platform !== 'win32') {
    assert.equal(statSync(dir).mode & 0o777, 0o700);
    assert.equal(statSync(join(dir, '9.9.json')).mode & 0o777, 0o600);
  }
  assert.equal(release.id, '9.9');
  assert.equal(release.bundled, false);
  assert.deepEqual(listReleases(dir), ['9.9']);
  assert.deepEqual(listReleases(join(dir, 'none')), []);
});

test('the same content under one id is kept once, other content is refused', async () => {
  const { dir } = await stored();
  const before = readFileSync(join(dir, '9.9.json'), 'utf8');
  await saveRelease(dir, await importRelease(releaseFolder(), '9.9', new Date(0)));
  assert.equal(readFileSync(join(dir, '9.9.json'), 'utf8'), before);
  const other = await importRelease(
    releaseFolder({ 'Items.yaml': (text) => text.replace('maxLength: 50', 'maxLength: 60') }),
    '9.9',
  );
  await assert.rejects(async () => saveRelease(dir, other), code('RELEASE_ID_TAKEN'));
  assert.equal(readFileSync(join(dir, '9.9.json'), 'utf8'), before);
});

test('an unknown id names those that there are and the nearest', async () => {
  const { dir } = await stored('2.2.1');
  assert.equal(openRelease('2.1.0', dir), bundledRelease);
  assert.throws(() => openRelease('2.2.2', dir), code('RELEASE_UNKNOWN', /Imported are: 2\.2\.1\. Nearest: 2\.2\.1/));
  assert.throws(() => openRelease('x', join(dir, 'none')), code('RELEASE_UNKNOWN', /Imported are: none/));
  assert.throws(() => openRelease('../2.2.1', join(dir, 'below')), code('RELEASE_UNKNOWN'));
});

test('a stored file that was cut off, exchanged or emptied is named', async () => {
  const { dir } = await stored();
  const file = join(dir, '9.9.json');
  const whole = readFileSync(file, 'utf8');
  const damaged = [
    whole.slice(0, -100),
    '{}',
    whole.replace('"9.9"', '"9.8"'),
    whole.replace('"$defs":{"B070":', '"$defs":{"B071":'),
    whole.replace('"schema":1', '"schema":2'),
  ];
  for (const text of damaged) {
    assert.notEqual(text, whole);
    writeFileSync(file, text);
    assert.throws(() => openRelease('9.9', dir), code('RELEASE_STORED_UNREADABLE'));
  }
});

test('what a specification does not say comes from the bundled release, marked inferred', async () => {
  const { release } = await stored();
  const bundled = eventDefinition('IF-031', 'MSApp', bundledRelease)!;
  const own = eventDefinition('IF-031', 'MSApp', release)!;
  assert.deepEqual(
    [own.senders, own.recipients.primary, own.processes],
    [bundled.senders, bundled.recipients.primary, bundled.processes],
  );
  assert.deepEqual([own.sendersBasis, own.recipients.basis, own.processesBasis], ['inferred', 'inferred', 'inferred']);
  assert.deepEqual(own.custom, { required: ['B070'], optional: ['B099List'] });
  assert.deepEqual(own.common, { required: ['S0', 'S1'], optional: ['D0'] });
  const unheard = eventDefinition('IF-038', 'Unheard', release)!;
  assert.deepEqual([unheard.senders, unheard.recipients.primary, unheard.processes], [[], [], []]);
  assert.equal(unheard.custom, undefined);
  assert.equal(eventDefinition('REP-002', 'DUOSSupplierAggData', release)!.kind, 'report');
});

const message = (event: string, more: object, custom?: object) => ({
  CommonBlock: {
    S0: { interfaceID: 'IF-031', schemaVersion: '011', eventCode: `[${event}]` },
    S1: { senderDIPID: '2300000001' },
    ...more,
  },
  ...(custom && { CustomBlock: custom }),
});

test('messages are judged strictly, and problems say what is expected', async () => {
  const { release } = await stored();
  const problems = (payload: unknown, direction: 'ingress' | 'egress' = 'ingress') => {
    const found = validateMessage(payload, direction, release);
    return found.ok ? [] : found.problems.map(({ path, text }) => `${path}: ${text}`);
  };
  const B070 = { reference: null, scenario: 'COS', count: 9 };
  assert.deepEqual(problems(message('MSApp', {}, { B070 })), []);
  assert.deepEqual(problems(message('MSApp', { D0: {} }, { B070, B099List: [{ scenario: null }] }), 'egress'), []);
  assert.deepEqual(problems(message('MSApp', {}, { B070 }), 'egress'), [
    'CommonBlock.D0: expected an object, got nothing',
  ]);
  const wrong = { B070: { reference: '', scenario: 'XXX', count: 10, more: 1 }, B099List: [], B071: {} };
  assert.deepEqual(problems(message('MSApp', {}, wrong)).sort(), [
    'CustomBlock.B070.count: expected a whole number from 0 to 9, got 10',
    'CustomBlock.B070.more: expected no item of that name here, got 1',
    'CustomBlock.B070.reference: expected a text of 1 to 50 characters, got ""',
    'CustomBlock.B070.scenario: expected one of COS, CSP, got "XXX"',
    'CustomBlock.B071: expected no item of that name here, got an object',
    'CustomBlock.B099List: expected a list of at least 1, got a list of 0',
  ]);
});

test('a sample of an imported event is valid', async () => {
  const { release } = await stored();
  for (const { interface: id, event } of release.events) {
    const sample = sampleMessage(id, event, { seed: 1, full: true }, release);
    assert.deepEqual(validateMessage(sample, 'ingress', release).ok, true, `${id} [${event}]`);
  }
});
