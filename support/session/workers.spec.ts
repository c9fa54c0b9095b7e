import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import { runsAlone, watchWorkers } from './workers';

/** A child of that name that stays until it is told to end, ends with that code, or does as the text says. */
async function child(name: string, does: number | string = 'process.on("message", () => 0)'): Promise<ChildProcess> {
  const file = path.join(scratchDir(), name);
  writeFileSync(file, typeof does === 'string' ? does : `process.exit(${does})`);
  const started = fork(file, { execArgv: [] });
  await once(started, 'spawn');
  return started;
}

const ended = (one: ChildProcess) => once(one, 'exit');

test('a worker that is killed or fails is told, one that ends well and other processes are not', async () => {
  const told: string[] = [];
  const workers = watchWorkers((how) => told.push(how), 'worker.js');
  await ended(await child('worker.js', 0));
  await ended(await child('other.js', 1));
  assert.deepEqual(told, []);
  await ended(await child('worker.js', 7));
  const killed = await child('worker.js');
  killed.kill('SIGKILL');
  await ended(killed);
  assert.deepEqual(told, ['exit code 7', 'SIGKILL']);
  workers.release();
  await ended(await child('worker.js', 7));
  assert.equal(told.length, 2);
});

test('what is told reaches the workers that there are and those that come', async () => {
  const workers = watchWorkers(() => undefined, 'worker.js');
  const echo = 'process.on("message", (message) => process.send(message))';
  const first = await child('worker.js', echo);
  const answer = once(first, 'message');
  workers.tell({ session: 'written' });
  assert.deepEqual((await answer)[0], { session: 'written' });
  const second = await child('worker.js', echo);
  assert.deepEqual((await once(second, 'message'))[0], { session: 'written' });
  const gone = [first, second].map(ended);
  workers.end();
  await Promise.all(gone);
  workers.release();
});

test('those that are left are ended without a word', async () => {
  const told: string[] = [];
  const workers = watchWorkers((how) => told.push(how), 'worker.js');
  const left = await child('worker.js');
  workers.end();
  await ended(left);
  workers.release();
  assert.deepEqual(told, []);
});

test('a scenario runs alone by its tag', () => {
  assert.equal(runsAlone(['@role:SUP', '@serial:hub']), true);
  assert.equal(runsAlone(['@role:SUP']), false);
});
