import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startHubProcess, type RunningHub } from '../../bench/hub/hub-process';
import { openMarket } from '../../bench/hub/market';
import { scratchDir } from '../testing';
import { openCertificateStore, type Identity } from '../wire';
import type { Attempt } from './fuzz-http.fixture';
import { uncoded, undocumented, type Reply } from './fuzz-judge.fixture';
import { randomOf } from './fuzz-random.fixture';
import { attemptsOf, type Caller } from './fuzz-requests.fixture';
import { rawClient, type RawClient } from './fuzz-wire.fixture';

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_007);
const storm = 50_000;
const gusts = 10;
const connections = 12;
const maxBodyBytes = 16 * 1024 * 1024;
/** What a hub may hold more in the second half of the storm than in the first. */
const growthBytes = 12 * 1024 * 1024;

let hub: RunningHub;
let callers: Caller[];
let logged: () => string;
before(async () => {
  const parties = [
    { dipId: '1000000001', mpid: 'FSUP', role: 'SUP' },
    { dipId: '1000000041', mpid: 'FSDS', role: 'SDS' },
  ];
  const market = await openMarket({ dir: scratchDir(), parties, retriesMs: [10] });
  logged = () => readFileSync(market.log, 'utf8').slice(-2_000);
  callers = [...market.members.values()];
  hub = await startHubProcess({ config: market.config, log: market.log, execArgv: ['--expose-gc'] });
});
after(() => hub.stop());

const portOf = () => Number(new URL(hub.dip).port);
/** Open descriptors of the hub, where the system tells them. */
const descriptors = () => (existsSync('/proc/self/fd') ? readdirSync(`/proc/${hub.pid}/fd`).length : 0);

/** Sends attempts until there are as many as wanted; returns what is wrong with the answers. */
async function blow(next: (caller: Caller) => Attempt, count: number): Promise<string[]> {
  const wrong: string[] = [];
  let done = 0;
  async function one(caller: Caller, held: RawClient | undefined): Promise<RawClient | undefined> {
    const attempt = next(caller);
    const kept = !attempt.apart && held?.usable() ? held : undefined;
    const client = kept ?? (await rawClient(portOf(), caller.identity));
    const reply = await client.ask(attempt.bytes, { head: attempt.method === 'HEAD', thenEnd: attempt.thenEnd });
    const problem = undocumented(attempt, reply) ?? uncoded(attempt, reply);
    if (problem) wrong.push(`${attempt.name}: ${problem}`);
    if (kept === undefined && !attempt.apart) await held?.close();
    const again = !attempt.apart && client.usable();
    if (!again) await client.close();
    if (attempt.apart) return held;
    return again ? client : undefined;
  }
  async function line(index: number): Promise<void> {
    const caller = callers[index % callers.length]!;
    let held: RawClient | undefined;
    while (done < count && wrong.length < 20) {
      done += 1;
      held = await one(caller, held);
    }
    await held?.close();
  }
  await Promise.all(Array.from({ length: connections }, (_, index) => line(index)));
  return wrong;
}

test('a storm of bad requests: every answer is a documented one, the hub stands and lets everything go', async (t) => {
  t.diagnostic(`FUZZ_SEED=${seed}`);
  const next = attemptsOf({ base: hub.dip, callers, random: randomOf(seed), maxBodyBytes });
  const gust = async (count: number) => assert.deepEqual(await blow(next, count), [], `FUZZ_SEED=${seed}\n${logged()}`);
  // What is kept of the last entries fills up first.
  await gust(storm / gusts);
  const open = descriptors();
  const slow = slowWriters();
  const began = performance.now();
  const looks: number[] = [];
  for (let n = 1; n <= gusts; n++) {
    await gust(storm / gusts);
    looks.push(held((await hub.usage('memory')).memory));
    console.log(`  ${(n * storm) / gusts} requests, ${Math.round((performance.now() - began) / 1000)} s`);
  }
  assert.deepEqual(await slow, [], 'slow writers');
  // The least of each half: what it holds at one moment swings.
  const grown = Math.min(...looks.slice(gusts / 2)) - Math.min(...looks.slice(0, gusts / 2));
  assert.ok(grown < growthBytes, `grown by ${grown} bytes, FUZZ_SEED=${seed}`);
  const left = await settled(open);
  t.diagnostic(`grown by ${Math.round(grown / 1024)} KiB; ${left} descriptors, ${open} before`);
  assert.ok(left <= open, `${left} descriptors are open, before ${open}, FUZZ_SEED=${seed}`);
});

const held = ({ heapUsed, external }: NodeJS.MemoryUsage) => heapUsed + external;

/** Descriptors when the hub has had some turns to see that its clients are gone. */
async function settled(open: number): Promise<number> {
  for (let turn = 0; turn < 50 && descriptors() > open; turn++) await hub.usage('memory');
  return descriptors();
}

/** Requests that never become whole: the hub gives them up by itself. */
async function slowWriters(): Promise<string[]> {
  const starts = ['', 'POST', 'POST /dip-channel/IF-031 HTTP/1.1\r\nhost: x\r\n'];
  const replies = await Promise.all(
    starts.map(async (start) => {
      const client = await rawClient(portOf(), callers[0]!.identity);
      const reply = await client.ask(Buffer.from(start));
      await client.close();
      return undocumented({ method: 'POST', path: '/dip-channel/IF-031', mayClose: true }, reply);
    }),
  );
  return replies.filter((one) => one !== undefined);
}

test('who shows no certificate of ours, or that of another party, gets nothing', async () => {
  const stranger: Identity = {
    ...(await (await openCertificateStore(path.join(scratchDir(), 'other'))).identity('stranger')),
    ca: callers[0]!.identity.ca,
  };
  const next = attemptsOf({ base: hub.dip, callers, random: randomOf(1), maxBodyBytes });
  for (let n = 0; n < 20; n++) {
    const client = await rawClient(portOf(), stranger).catch(() => undefined);
    const reply = await client?.ask(next(callers[0]!).bytes);
    await client?.close();
    assert.ok(reply === undefined || reply === 'closed', JSON.stringify(reply));
  }
  const other = await rawClient(portOf(), callers[1]!.identity);
  const statuses = new Set<number>();
  for (let n = 0; n < 20; n++) {
    const attempt = next(callers[0]!);
    if (attempt.name !== 'signed' || !other.usable()) continue;
    const reply = await other.ask(attempt.bytes);
    statuses.add(reply === 'closed' ? 0 : reply.status);
  }
  await other.close();
  assert.deepEqual([...statuses], [403]);
});

test('the judge notices what is not documented', () => {
  const submit = { method: 'POST', path: '/dip-channel/IF-031' };
  const item = {
    ...{ transactionID: null, senderUniqueReference: null, correlationID: null, recipientID: null, help: null },
    ...{ sentTimestamp: '2026-01-01T00:00:00+00:00', senderID: '0000000000', serviceTicketURL: null },
    ...{ DIPConnectionProviderID: null, message: 'MSG1001 - Schema Failure' },
  };
  const response = (over: object = {}) =>
    JSON.stringify({ messageArray: [{ ...item, ...over }], timestamp: item.sentTimestamp });
  const reply = (status: number, body = '', headers = {}): Reply => ({ status, headers, body });
  const bad: [Parameters<typeof undocumented>[0], Reply][] = [
    [submit, 'closed'],
    [submit, reply(500)],
    [submit, reply(418, response())],
    [submit, reply(200, response())],
    [submit, reply(201)],
    [submit, reply(201, '<html>')],
    [submit, reply(400, '{}')],
    [submit, reply(400, response({ help: 'x'.repeat(501) }))],
    [submit, reply(400, response({ message: undefined }))],
    [submit, reply(404, 'Error: not found at router.ts:7')],
    [submit, reply(413, 'too large')],
    [{ ...submit, method: 'GET' }, reply(405)],
    [{ ...submit, method: 'GET' }, reply(200, '[]')],
    [{ method: 'POST', path: '/validate/IF-031/MSApp' }, reply(201, response())],
    [{ method: 'POST', path: '/dip-channel/IF-031/replay/1000000001' }, reply(200, '{}')],
    [{ method: 'DELETE', path: '/dip-channel/IF-031/pubconfig/1000000001' }, reply(200)],
    [{ method: 'POST', path: '/nothing' }, reply(201, response())],
  ];
  for (const [asked, answer] of bad) assert.ok(undocumented(asked, answer), JSON.stringify([asked, answer]));
  assert.equal(undocumented(submit, reply(400, response())), undefined);
  assert.equal(undocumented({ ...submit, method: 'GET' }, reply(405, '', { allow: 'POST' })), undefined);
  assert.ok(uncoded(submit, reply(400, response({ message: 'no' }))));
});
