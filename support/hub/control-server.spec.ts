import assert from 'node:assert/strict';
import http from 'node:http';
import { after, test } from 'node:test';
import { createControlClient, type StreamNews } from '../control';
import { controlErrors, errorsOf } from '../errors';
import { createLedger } from '../ledger';
import { startControlServer } from './control-server';
import type { Controls } from './controls';
import { tenantApi } from './tenant-api';

const raise = errorsOf(controlErrors);
const token = 'a-token-of-this-run';
const mpan = '9900000000003';
const origin = { scenario: 'MQ-BP001-010', step: 'a step', mpan, dipId: '2000000001' };
const cleanUp: (() => Promise<void> | void)[] = [];
after(async () => {
  for (const close of cleanUp) await close();
});

async function start(over: Partial<Controls> = {}) {
  const ledger = createLedger();
  const controls: Controls = {
    lease: () => ({ mpan, seq: 1, segment: 'S', meteringPoint: {} }),
    act: () => undefined,
    probed: () => ({ seq: 7 }),
    instruct: () => undefined,
    fault: ({ kind }) => ({ kind, id: 'fault-1', since: '', struck: 0, left: null }),
    faults: () => [],
    endFault: () => undefined,
    deliverTogether: () => undefined,
    release: () => undefined,
    report: () => undefined,
    records: (dipId, of) => ({ dipId, of }),
    subscribe: (listener, from) => ledger.subscribe(listener, from),
    idle: async () => undefined,
    entries: () => ledger.entries(),
    mpans: () => [],
    ...over,
  };
  const api = tenantApi({ controls, state: () => ({ tenant: 'one' }), metrics: () => 'one 1\n' });
  const server = await startControlServer({ bearer: (given) => (given === token ? api : undefined), port: 0 });
  const client = createControlClient({ url: server.url, token });
  cleanUp.push(
    () => client.close(),
    () => api.close(),
    () => server.close(),
  );
  const entry = (of: string, name: string) =>
    ledger.append({ kind: 'act', source: 'harness', from: 'harness', to: '2000000001', mpan: of, name });
  return { server, client, entry };
}

function raw(url: string, method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, url), { method, headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!));
    });
    request.on('error', reject).end(body);
  });
}

/** Gathers the events of a stream; resolves when there are that many. */
function gather(client: ReturnType<typeof createControlClient>, from: number, count: number): Promise<StreamNews[]> {
  return new Promise((resolve) => {
    const events: StreamNews[] = [];
    const stop = client.stream(mpan, from, (event) => {
      if (events.push(event) === count) resolve(events);
    });
    cleanUp.unshift(stop);
  });
}
const told = (event: StreamNews) => (event.type === 'entry' ? event.entry.name : `abort: ${event.reason}`);

test('every call reaches the hub and brings its answer back', async () => {
  const acted: unknown[] = [];
  const { client } = await start({
    act: (request) => void acted.push(request),
    deliverTogether: (request) => void acted.push(request),
  });
  const kind = { segment: 'S' as const };
  assert.equal((await client.lease({ scenario: 's', label: 'A', kind, positions: {} })).mpan, mpan);
  await client.act({ ...origin, act: 'dayArrives', args: {} });
  assert.deepEqual(acted, [{ ...origin, act: 'dayArrives', args: {} }]);
  assert.deepEqual(await client.records('2000000001', mpan), { dipId: '2000000001', of: mpan });
  const answer = { method: 'GET', url: 'https://x/r', status: 200, data: { mpan }, bodySha256: 'f00d', ms: 4 };
  assert.deepEqual(await client.probed({ ...origin, probe: 'records', ...answer }), { seq: 7 });
  await client.instruct({ ...origin, instruction: { kind: 'silent', interface: 'IF-033', event: 'X', codes: [] } });
  await client.fault({ kind: 'hold', to: origin.dipId, mpan });
  await client.release({ ...origin, order: [] });
  const call = { scenario: 's', step: 'a step', dipId: origin.dipId, items: [{ mpan, message: 'IF-031 [MSApp]' }] };
  await client.deliverTogether(call);
  assert.deepEqual(acted.at(-1), call);
  await client.idle();
});

test('without the token, with another, or with a part of it nothing is answered', async () => {
  const { server } = await start();
  for (const authorization of ['', token, 'Bearer ', `Bearer ${token.slice(0, -1)}`, `Bearer ${token.slice(0, -1)}X`]) {
    for (const path of ['/idle', '/stream?mpan=1', '/nothing']) {
      assert.equal(await raw(server.url, 'POST', path, { authorization }, '{}'), 401, `${authorization} ${path}`);
    }
  }
  assert.equal(await raw(server.url, 'POST', '/idle', { authorization: `Bearer ${token}` }, '{}'), 200);
  const { server: other } = await start();
  const foreign = createControlClient({ url: other.url, token: 'another' });
  cleanUp.push(() => foreign.close());
  await assert.rejects(foreign.idle(), { code: 'HUB_TOKEN_WRONG' });
});

test('an unknown path and a wrong method are not found', async () => {
  const { server } = await start();
  const headers = { authorization: `Bearer ${token}` };
  for (const [method, path] of [
    ['POST', '/nothing'],
    ['GET', '/leases'],
    ['POST', '/records/2000000001/9900000000003'],
    ['GET', '/records/2000000001/99'],
  ] as const) {
    assert.equal(await raw(server.url, method, path, headers), 404, `${method} ${path}`);
  }
});

test('a body of another form is refused with the field that is wrong', async () => {
  const { client, server } = await start();
  const wrong = { kind: 'explode' as 'hold', mpan };
  await assert.rejects(client.fault(wrong), { code: 'REQUEST_WRONG', message: /kind/ });
  const extra = { ...origin, act: 'x', args: {}, extra: 1 };
  await assert.rejects(client.act(extra), { code: 'REQUEST_WRONG', message: /extra/ });
  const large = { ...origin, probe: 'records', method: 'GET', url: 'u', status: 200, bodySha256: '', ms: 1 } as const;
  assert.deepEqual(await client.probed({ ...large, data: 'x'.repeat(4 * 1024 * 1024) }), { seq: 7 });
  const headers = { authorization: `Bearer ${token}` };
  assert.equal(await raw(server.url, 'POST', '/acts', headers, 'not json'), 400);
  const tooLarge = JSON.stringify({ text: 'x'.repeat(8 * 1024 * 1024) });
  assert.equal(await raw(server.url, 'POST', '/idle', headers, tooLarge), 400);
});

test('an error of the hub arrives with its code, kind and place; any other as a fault of the harness', async () => {
  const { client } = await start({
    act: () => {
      throw raise('POOL_EMPTY', { kind: 'smart' }, 'pit.yaml');
    },
    idle: () => Promise.reject(new Error('no idea')),
  });
  const act = client.act({ ...origin, act: 'x', args: {} });
  await assert.rejects(act, { code: 'POOL_EMPTY', kind: 'configuration', place: 'pit.yaml', message: /smart/ });
  await assert.rejects(client.idle(), { code: 'REQUEST_WRONG', kind: 'harness', message: /no idea/ });
});

test('a stream begins at its sequence, misses nothing from there, and carries its MPAN only', async () => {
  const { client, entry } = await start();
  entry(mpan, 'before');
  entry(mpan, 'second');
  entry('9900000000012', 'foreign');
  const events = gather(client, 2, 3);
  entry(mpan, 'third');
  entry(mpan, 'fourth');
  assert.deepEqual((await events).map(told), ['second', 'third', 'fourth']);
});

test('an abort reaches the streams that are open and those that open later', async () => {
  const { client, entry } = await start();
  entry(mpan, 'one');
  const open = gather(client, 1, 2);
  const opened = gather(client, 1, 1);
  await opened;
  await client.abort('Ctrl-C');
  assert.deepEqual((await open).map(told), ['one', 'abort: Ctrl-C']);
  assert.deepEqual((await gather(client, 1, 2)).map(told), ['one', 'abort: Ctrl-C']);
});

test('when the server closes, open streams end and are told so', async () => {
  const { server, client, entry } = await start();
  entry(mpan, 'one');
  const events = gather(client, 1, 2);
  await gather(client, 1, 1);
  await server.close();
  assert.deepEqual((await events).map(told), ['one', 'abort: the hub has ended']);
});

test('who asks for an MPAN once the run is to end is told so', async () => {
  const { client } = await start();
  const request = { scenario: 's', label: 'A', kind: {}, positions: {} };
  assert.equal((await client.lease(request)).mpan, mpan);
  await client.abort('it stopped');
  await assert.rejects(client.lease(request), {
    code: 'RUN_INTERRUPTED',
    message: 'The run was interrupted: it stopped',
  });
});
