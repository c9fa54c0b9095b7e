import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coded, identities, startServer } from './wire.fixture';
import { lookAt } from './look';

const timeoutMs = 2_000;

test('a look is one GET, with the client certificate and the headers that were given', async (t) => {
  const server = await startServer({
    onRequest: async (r) => ({
      status: 404,
      body: Buffer.from(`${r.method} ${r.path} ${String(r.headers.accept)} ${String(r.headers.authorization)}`),
    }),
  });
  t.after(server.close);
  const { supplier, dip } = await identities();
  const look = await lookAt({
    ...{ url: `${server.url}/a?b=c`, ca: [dip.ca], client: supplier.transport, timeoutMs },
    headers: { authorization: 'Bearer x' },
  });
  assert.deepEqual([look.status, look.excerpt], [404, 'GET /a?b=c application/json Bearer x']);
  assert.deepEqual(server.refusals, []);
});

test('without a certificate it is refused where one is demanded', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const { dip } = await identities();
  await assert.rejects(lookAt({ url: server.url, ca: [dip.ca], timeoutMs }), coded('WIRE_CONNECTION_LOST'));
  assert.deepEqual([server.requests.length, server.refusals[0]?.reason], [0, 'no-certificate']);
});

test('a server of an authority that is not trusted is not asked', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const { supplier, foreign } = await identities();
  const o = { url: server.url, client: supplier.transport, timeoutMs };
  await assert.rejects(lookAt(o), coded('WIRE_TLS_UNTRUSTED'));
  await assert.rejects(lookAt({ ...o, ca: [foreign.ca] }), coded('WIRE_TLS_UNTRUSTED'));
  assert.deepEqual(server.requests, []);
});

test('a large body is read to its first 2 KiB, one that never ends to the deadline', async (t) => {
  const server = await startServer({ onRequest: async () => ({ status: 200, body: Buffer.alloc(5_000_000, 'x') }) });
  t.after(server.close);
  const silent = await startServer({ onRequest: () => new Promise(() => undefined) });
  const { supplier, dip } = await identities();
  const o = { ca: [dip.ca], client: supplier.transport };
  assert.equal((await lookAt({ ...o, url: server.url, timeoutMs })).excerpt.length, 2_048);
  await assert.rejects(lookAt({ ...o, url: silent.url, timeoutMs: 50 }), coded('WIRE_TIMEOUT'));
  await silent.close();
});

test('the clock is compared by whole seconds; without a Date header nothing is known', async (t) => {
  let ms = 0;
  const server = await startServer({
    onRequest: async () => ({ status: 200, headers: { date: new Date(Date.now() + ms).toUTCString() } }),
  });
  const mute = await startServer({ onRequest: async () => ({ status: 200, headers: { date: 'soon' } }) });
  t.after(() => Promise.all([server.close(), mute.close()]));
  const { supplier, dip } = await identities();
  const offset = async (url: string) =>
    (await lookAt({ url, ca: [dip.ca], client: supplier.transport, timeoutMs })).clockOffsetMs;
  assert.equal(await offset(server.url), 0);
  for (ms of [60_000, -60_000]) {
    const seen = (await offset(server.url))!;
    assert.ok(Math.abs(seen - ms) < 2_500, `${seen} for ${ms}`);
  }
  assert.equal(await offset(mute.url), undefined);
});

test('an address that is none is refused', async () => {
  await assert.rejects(lookAt({ url: 'http://127.0.0.1', timeoutMs }), coded('WIRE_URL_INVALID'));
});
