import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import { lockState } from './lock';

const now = new Date('2027-06-01T12:00:00Z');
const heldBy = (dir: string, text: unknown) =>
  writeFileSync(path.join(dir, 'run.lock'), typeof text === 'string' ? text : JSON.stringify(text));
const holderOf = (dir: string) => JSON.parse(readFileSync(path.join(dir, 'run.lock'), 'utf8')) as { pid: number };

/** The number of a process that is gone. */
const gone = () => spawnSync(process.execPath, ['-e', '']).pid;

test('the state folder is made for its owner, taken, and given back', () => {
  const dir = path.join(scratchDir(), 'state');
  const unlock = lockState(dir, now);
  assert.deepEqual(holderOf(dir), { pid: process.pid, since: '2027-06-01T12:00:00.000Z' });
  if (process.platform !== 'win32') assert.equal(statSync(dir).mode & 0o777, 0o700);
  unlock();
  assert.equal(existsSync(path.join(dir, 'run.lock')), false);
  lockState(dir, now)();
});

test('a lock whose process lives is refused, with its number and since when', () => {
  const dir = scratchDir();
  heldBy(dir, { pid: process.ppid, since: '2027-06-01T09:00:00.000Z' });
  assert.throws(
    () => lockState(dir, now),
    (error: { code: string; message: string; place: string }) => {
      assert.equal(error.code, 'RUN_ALREADY_GOING');
      assert.match(error.message, new RegExp(`process ${process.ppid}, since 2027-06-01T09`));
      assert.equal(error.place, dir);
      return true;
    },
  );
  assert.equal(holderOf(dir).pid, process.ppid, 'and left alone');
});

test('a lock whose process is gone, one that cannot be read and one with our own number are taken over', () => {
  for (const left of [{ pid: gone(), since: 'x' }, '', 'not json', { pid: process.pid, since: 'x' }]) {
    const dir = scratchDir();
    heldBy(dir, left);
    const unlock = lockState(dir, now);
    assert.deepEqual(holderOf(dir), { pid: process.pid, since: now.toISOString() });
    unlock();
  }
});

test('a lock that another process has taken since is not given back by us', () => {
  const dir = scratchDir();
  const unlock = lockState(dir, now);
  heldBy(dir, { pid: process.ppid, since: 'later' });
  unlock();
  assert.equal(holderOf(dir).pid, process.ppid);
});

test('a folder that cannot be made is told with its place', () => {
  const file = path.join(scratchDir(), 'file');
  writeFileSync(file, '');
  const dir = path.join(file, 'state');
  assert.throws(() => lockState(dir, now), { code: 'FOLDER_NOT_WRITABLE', kind: 'configuration', place: dir });
});
