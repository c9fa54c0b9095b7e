import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { scratchDir } from '../testing';
import { startProcess, type StartOptions } from '.';
import { launchAhead } from './launch';

const ready = z.object({ ready: z.literal(true), pid: z.number() });
type Ready = z.infer<typeof ready>;

const options = (args: string[], over: Partial<StartOptions<Ready>> = {}): StartOptions<Ready> => ({
  name: 'The child',
  script: path.join(__dirname, 'child.fixture'),
  args,
  logFile: path.join(scratchDir(), 'logs', 'child.log'),
  ready,
  ...over,
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a process that is ready says so, logs, and ends when it is stopped, once and again', async () => {
  const asked = options(['ready']);
  const child = await startProcess(asked);
  assert.equal(isAlive(child.ready.pid), true);
  await Promise.all([child.stop(), child.stop()]);
  await child.ended;
  assert.equal(isAlive(child.ready.pid), false);
  await child.stop();
  assert.match(readFileSync(asked.logFile, 'utf8'), /a line for the log/);
});

test('a process that ends early is told with its exit code and its log', async () => {
  const asked = options(['early']);
  await assert.rejects(startProcess(asked), (error: { code: string; message: string; place: string }) => {
    assert.equal(error.code, 'PROCESS_ENDED');
    assert.match(error.message, /The child ended before it was ready: exit code 7\n.*a line for the log/s);
    assert.equal(error.place, asked.logFile);
    return true;
  });
});

test('a process that says nonsense is stopped, and what it said is told', async () => {
  await assert.rejects(startProcess(options(['nonsense'])), { code: 'PROCESS_ENDED', message: /it said hello/ });
  const other = z.object({ ready: z.literal(true), pid: z.number(), port: z.number() });
  await assert.rejects(startProcess({ ...options(['ready']), ready: other }), (error: { message: string }) => {
    const pid = Number(/"pid":(\d+)/.exec(error.message)?.[1]);
    assert.equal(isAlive(pid), false);
    return true;
  });
});

test('a process that says nothing is not waited for without end', async () => {
  await assert.rejects(startProcess(options(['silent'], { readyWithinMs: 1 })), {
    code: 'PROCESS_NOT_READY',
    kind: 'environment',
    message: /not ready within 1 ms/,
  });
});

test('a signal that is given ends the wait, and later the process', async () => {
  const early = AbortSignal.abort(new Error('interrupted'));
  await assert.rejects(startProcess(options(['ready'], { signal: early })), /interrupted/);
  const abort = new AbortController();
  const child = await startProcess(options(['ready'], { signal: abort.signal }));
  abort.abort();
  await child.ended;
  assert.equal(isAlive(child.ready.pid), false);
});

test('a process is told a line when that is there, and is ended when there will be none', async () => {
  let tell: (line: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => (tell = resolve));
  const said = ready.extend({ said: z.string() });
  const starting = startProcess({ ...options(['told']), told, ready: said });
  tell('{"a":"£"}');
  const child = await starting;
  assert.equal(child.ready.said, '{"a":"£"}');
  assert.equal(isAlive(child.ready.pid), true, 'its input stays open');
  await child.stop();
  const refused = startProcess({ ...options(['told']), told: Promise.reject(new Error('nothing to tell')) });
  await assert.rejects(refused, /nothing to tell/);
});

test('what was launched ahead is what is started, with all that it has said; what has ended meanwhile is not', async () => {
  const script = path.join(__dirname, 'child.fixture');
  const start = async () => {
    const asked = { ...options([]), told: Promise.resolve('go'), ready: ready.extend({ said: z.literal('go') }) };
    const child = await startProcess(asked);
    await child.stop();
    return { pid: child.ready.pid, log: readFileSync(asked.logFile, 'utf8') };
  };
  const ahead = launchAhead(script);
  const first = await start();
  assert.equal(first.pid, ahead.pid);
  assert.match(first.log, /a line for the log/);
  assert.notEqual((await start()).pid, ahead.pid, 'it is taken once');
  const gone = launchAhead(script);
  gone.ref();
  gone.kill('SIGKILL');
  await once(gone, 'exit');
  assert.notEqual((await start()).pid, gone.pid);
});

test('what was launched ahead for nothing keeps nobody waiting, and ends', async () => {
  const child = await startProcess(options(['ahead']));
  assert.equal(await child.ended, 'exit code 0');
  while (isAlive(child.ready.pid)) await setImmediate();
});

test('when the parent is killed its child ends by itself', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const { port } = server.address() as AddressInfo;
  const log = path.join(scratchDir(), 'grandchild.log');
  const parent = await startProcess(options(['parent', log, String(port)]));
  const [grandchild] = await connected;
  const gone = once(grandchild.on('error', () => undefined).resume(), 'close');
  process.kill(parent.ready.pid, 'SIGKILL');
  await parent.ended;
  await gone;
  server.close();
});
