import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { ControlClient } from '../control';
import { scratchDir } from '../testing';
import { folderFault, lossesOf } from './losses';
import type { Started } from './started';

async function told(gone: Started['gone'], idle: () => Promise<void>, log = ''): Promise<string[]> {
  const folder = scratchDir();
  if (log) writeFileSync(path.join(folder, 'hub.log'), log);
  const losses = await lossesOf({ gone, control: { idle } as ControlClient }, folder);
  return losses.map(({ code, kind, message }) => `${code} ${kind} ${message.split(': ').slice(1).join(': ')}`);
}

const good = async (): Promise<void> => undefined;
const bad = async (): Promise<void> => Promise.reject(new Error('no answer'));

test('nothing is lost when all are there', async () => {
  assert.deepEqual(await told({}, good), []);
});

test('a hub that ended is told with how it ended and the last line of its log; one that is silent with that', async () => {
  assert.deepEqual(await told({ hub: 'exit code 1' }, bad, 'first\nlast\n'), ['HUB_ENDED harness exit code 1: last']);
  assert.deepEqual(await told({}, bad), ['HUB_ENDED harness no answer']);
});

test('the reference participant that ended is the participant’s fault', async () => {
  assert.deepEqual(await told({ participant: 'SIGKILL' }, good), ['PARTICIPANT_ENDED participant SIGKILL']);
});

test('what the system refuses to write is told of the folder, anything else stays as it is', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  const { code, kind, place } = folderFault(full, 'reports/x') as { code: string; kind: string; place: string };
  assert.deepEqual([code, kind, place], ['RUN_FOLDER_NOT_WRITABLE', 'environment', 'reports/x']);
  const other = new TypeError('x is not a function');
  assert.equal(folderFault(other, 'reports/x'), other);
});
