import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { ZodError } from 'zod';
import { scratchDir, scratchFile } from '../testing';
import { bundled, stateFolder } from './places';
import { makeRunFolder } from './run-folder';
import { readSession, sessionIsThere } from './session-file';

const now = new Date('2027-06-22T10:15:00.123Z');
const about = { stage: 'PIT', release: '2.1.0', participant: 'Example' };

test('the bundled files are there', () => {
  const { features, participant, assumptions, environment } = bundled;
  for (const file of [features, participant, assumptions, environment('pit')]) assert.ok(existsSync(file), file);
});

test('the state folder is .qualify of the caller unless QUALIFY_STATE names another', () => {
  assert.equal(stateFolder('/project', {}), path.resolve('/project/.qualify'));
  assert.equal(stateFolder('/project', { QUALIFY_STATE: 'other' }), path.resolve('/project/other'));
  assert.equal(stateFolder('/project', { QUALIFY_STATE: '/elsewhere' }), path.resolve('/elsewhere'));
});

test('a run has a folder of its own, named by time in UTC, stage and chance, and is the latest', async () => {
  const out = path.join(scratchDir(), 'reports');
  const first = await makeRunFolder(out, about, now);
  const { run, folder } = await makeRunFolder(out, about, now);
  assert.match(run, /^20270622-101500-PIT-[0-9a-f]{4}$/);
  assert.equal(folder, path.join(out, run));
  assert.notEqual(first.folder, folder);
  assert.deepEqual(readdirSync(folder), ['diagrams']);
  assert.equal(readFileSync(path.join(out, 'latest.txt'), 'utf8'), `${run}\n`);
  const noted = readFileSync(path.join(out, 'runs.ndjson'), 'utf8').trim().split('\n');
  const lines = noted.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    lines.map((line) => [line.seq, line.run, line.participant, line.at]),
    [
      [1, first.run, 'Example', now.toISOString()],
      [2, run, 'Example', now.toISOString()],
    ],
  );
});

test('a folder that cannot be written is told with its place', async () => {
  const file = path.join(scratchDir(), 'file');
  writeFileSync(file, '');
  await assert.rejects(makeRunFolder(file, about, now), { code: 'FOLDER_NOT_WRITABLE', place: file });
});

const session = {
  run: 'r',
  folder: 'f',
  hub: 'http://127.0.0.1:1',
  token: 't',
  stateDir: 's',
  environmentFile: 'e',
  assumptionsFile: 'a',
  participantFile: 'p',
  startedTriggers: null,
  dipIds: ['1000000001'],
  roles: ['SUP'],
};

test('a worker reads the session that is named to it when it is there; outside a run there is none', async () => {
  const file = scratchFile('session.json', JSON.stringify(session));
  const reading = readSession({ QUALIFY_SESSION: file });
  assert.equal(await Promise.race([reading, setImmediate('not there yet')]), 'not there yet');
  sessionIsThere();
  assert.deepEqual(await reading, session);
  assert.equal(await readSession({}), undefined);
});

test('a session of another form is refused', async () => {
  const file = scratchFile('session.json', JSON.stringify({ ...session, token: undefined }));
  sessionIsThere();
  await assert.rejects(readSession({ QUALIFY_SESSION: file }), ZodError);
});
