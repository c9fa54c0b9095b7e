import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { test } from 'node:test';
import tls from 'node:tls';
import { coded, identities, startServer } from './wire.fixture';
import { createAgent } from './post-signed';
import { createMtlsServer } from './server';
import { issueTransport } from './issue';

type Shown = { key: string; certificate: string };

interface Asked {
  status?: number;
  headers?: http.IncomingHttpHeaders;
  body?: string;
  error?: NodeJS.ErrnoException;
}

async function ask(url: string, shown: Shown | undefined, o: https.RequestOptions = {}, body = '{}'): Promise<Asked> {
  const { dip } = await identities();
  return new Promise((resolve) => {
    const options = {
      method: 'POST',
      ca: dip.ca,
      key: shown?.key,
      cert: shown?.certificate,
      agent: false as const,
      ...o,
    };
    const request = https.request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
    });
    request.on('error', (error) => resolve({ error }));
    request.end(body);
  });
}

/** A TLS client that sends a request without waiting to be let in; resolves when the server has cut it off. */
async function push(url: string, shown: Shown | undefined, session?: Buffer) {
  const { dip } = await identities();
  const tickets: Buffer[] = [];
  const socket = tls.connect({
    port: Number(new URL(url).port),
    host: '127.0.0.1',
    ca: dip.ca,
    key: shown?.key,
    cert: shown?.certificate,
    session,
  });
  let answer = '';
  let resumed = false;
  socket.on('secureConnect', () => (resumed = socket.isSessionReused()));
  socket.on('session', (ticket) => tickets.push(ticket)).on('error', () => undefined);
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  socket.write('POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}');
  await once(socket, 'close');
  return { answer, tickets, resumed };
}

test('a trusted client is let in and known by its fingerprint', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const { supplier } = await identities();
  const { status, body, headers } = await ask(`${server.url}/Path?q=1`, supplier.transport);
  assert.deepEqual([status, body, headers?.['content-type']], [201, '{"got":2}', 'application/json']);
  const [request] = server.requests;
  assert.equal(request?.clientFingerprint, supplier.transport.fingerprint);
  assert.deepEqual([request?.method, request?.path, request?.url], ['POST', '/Path?q=1', `${server.url}/Path?q=1`]);
  assert.deepEqual(server.refusals, []);
});

test('a public base stands in for what the client calls the server', async (t) => {
  const { supplier } = await identities();
  const seen: string[] = [];
  const server = await startServer({
    publicBase: 'https://dip.example/api/',
    onRequest: async ({ url }) => ({ status: seen.push(url) && 204 }),
  });
  t.after(server.close);
  assert.equal((await ask(`${server.url}/x`, supplier.transport)).status, 204);
  assert.deepEqual(seen, ['https://dip.example/api/x']);
});

test('clients that are not trusted are refused before a request is read, with the reason', async (t) => {
  const { supplier, foreign, expired, dip } = await identities();
  const soon = await issueTransport({ certificate: expired.ca, key: expired.transport.key }, 'posed', new Date());
  const server = await startServer({ trust: [dip.ca, expired.ca] });
  t.after(server.close);
  for (const shown of [undefined, foreign.transport, expired.transport, soon]) {
    assert.equal((await push(server.url, shown)).answer, '');
  }
  assert.deepEqual(
    server.refusals.map(({ reason, fingerprint }) => [reason, fingerprint]),
    [
      ['no-certificate', undefined],
      ['certificate-untrusted', foreign.transport.fingerprint],
      ['certificate-expired', expired.transport.fingerprint],
      ['certificate-untrusted', server.refusals[3]?.fingerprint],
    ],
  );
  assert.match(server.refusals[1]!.detail, /CN=foreign, issued by CN=Qualify test authority/);
  assert.match(server.refusals[0]!.remote, /^127\.0\.0\.1:\d+$/);
  assert.deepEqual(server.requests, []);
  assert.match((await push(server.url, supplier.transport)).answer, /^HTTP\/1\.1 201/);
});

test('no session is resumed: every connection shows its certificate', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const { supplier } = await identities();
  const first = await push(server.url, supplier.transport);
  assert.ok(first.tickets.length > 0);
  for (const ticket of first.tickets) {
    const again = await push(server.url, supplier.transport, ticket);
    assert.deepEqual([again.resumed, again.answer.slice(0, 12)], [false, 'HTTP/1.1 201']);
    assert.equal((await push(server.url, undefined, ticket)).answer, '');
  }
  assert.deepEqual(
    server.refusals.map(({ reason }) => reason),
    first.tickets.map(() => 'no-certificate'),
  );
});

test('what is not TLS 1.2 or later is told as a failed handshake', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.on('error', () => undefined).write('GET / HTTP/1.1\r\n\r\n');
  await once(socket, 'close');
  assert.deepEqual(
    server.refusals.map(({ reason }) => reason),
    ['handshake-failed'],
  );
});

test('a body over the limit is answered 413, declared or not', async (t) => {
  const server = await startServer({ maxBodyBytes: 1000 });
  t.after(server.close);
  const { transport } = (await identities()).supplier;
  assert.equal((await ask(server.url, transport, {}, 'x'.repeat(1000))).status, 201);
  assert.equal((await ask(server.url, transport, {}, 'x'.repeat(1001))).status, 413);
  assert.equal((await ask(server.url, transport, {}, 'x'.repeat(3_000_000))).status, 413);
  const chunked = { headers: { 'transfer-encoding': 'chunked' } };
  assert.equal((await ask(server.url, transport, chunked, 'x'.repeat(3_000_000))).status, 413);
  assert.equal((await ask(server.url, transport, chunked, 'x'.repeat(1000))).status, 201);
  assert.equal(server.requests.length, 2);
});

test('a client that expects 100 is told to go on, or 413 without sending', async (t) => {
  const server = await startServer({ maxBodyBytes: 1000 });
  t.after(server.close);
  const { supplier, dip } = await identities();
  const expecting = async (length: number) => {
    const { key, certificate: cert } = supplier.transport;
    const headers = { expect: '100-continue', 'content-length': String(length) };
    const request = https.request(server.url, { method: 'POST', ca: dip.ca, key, cert, agent: false, headers });
    let sent = false;
    request.on('continue', () => {
      sent = true;
      request.end('x'.repeat(length));
    });
    request.flushHeaders();
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    response.resume();
    await once(response, 'end');
    request.on('error', () => undefined).destroy();
    return [response.statusCode, sent];
  };
  assert.deepEqual(await expecting(1000), [201, true]);
  assert.deepEqual(await expecting(1001), [413, false]);
});

test('a fault of the handler is a 500 without detail', async (t) => {
  const faults: unknown[] = [];
  const server = await startServer({
    onRequest: () => Promise.reject(new Error('secret detail')),
    onFault: (fault) => faults.push(fault),
  });
  t.after(server.close);
  const { transport } = (await identities()).supplier;
  const { status, body } = await ask(server.url, transport);
  assert.deepEqual([status, body], [500, '']);
  assert.match(String(faults[0]), /secret detail/);
});

test('a header of 24 kB fits, one of 40 kB does not', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const { transport } = (await identities()).supplier;
  const chain = (kilobytes: number) => ({ headers: { 'x-dip-signature-certificate': 'A'.repeat(kilobytes * 1024) } });
  assert.equal((await ask(server.url, transport, chain(24))).status, 201);
  assert.equal((await ask(server.url, transport, chain(40))).status, 431);
});

test('closing lets a request finish and ends idle connections at once', async () => {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  let arrived: () => void = () => undefined;
  const underWay = new Promise<void>((resolve) => (arrived = resolve));
  const server = await startServer({
    onRequest: async ({ path }) => {
      if (path === '/held') {
        arrived();
        await held;
      }
      return { status: 200 };
    },
  });
  const { supplier } = await identities();
  const agent = createAgent(supplier);
  assert.equal((await ask(`${server.url}/idle`, undefined, { agent })).status, 200);
  const silent = net.connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(silent, 'connect');
  const answer = ask(`${server.url}/held`, supplier.transport);
  await underWay;
  const closed = server.close();
  go();
  assert.equal((await answer).status, 200);
  await closed;
  agent.destroy();
  silent.on('error', () => undefined).destroy();
  assert.equal((await ask(server.url, supplier.transport)).error?.code, 'ECONNREFUSED');
});

test('a port that is taken is an error with a code', async (t) => {
  const taken = net.createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => taken.close());
  const { dip } = await identities();
  const server = await createMtlsServer({
    identity: dip,
    trust: [dip.ca],
    maxBodyBytes: 1,
    onRequest: async () => ({ status: 200 }),
    onRefused: () => undefined,
  });
  await assert.rejects(server.listen((taken.address() as net.AddressInfo).port), coded('WIRE_PORT_UNUSABLE'));
});
