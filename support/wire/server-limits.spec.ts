import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { connect, listener, say, statusOf } from './server.fixture';
import { identities } from './wire.fixture';

const head = (more = '', method = 'POST') => `${method} /x HTTP/1.1\r\nhost: dip\r\n${more}\r\n`;

test('what is no HTTP of ours is answered, told by its kind, and reaches no handler', async (t) => {
  const server = await listener({ maxBodyBytes: 10 });
  t.after(server.close);
  const cases: [string, number, string, string][] = [
    ['NONSENSE\r\n\r\n', 400, 'malformed', 'HPE_INVALID_METHOD'],
    ['\x00\xff\x13\r\n\r\n', 400, 'malformed', 'HPE_INVALID_METHOD'],
    [head('bad header\r\n'), 400, 'malformed', 'HPE_INVALID_HEADER_TOKEN'],
    [head('content-length: 2\r\ncontent-length: 3\r\n'), 400, 'malformed', 'HPE_UNEXPECTED_CONTENT_LENGTH'],
    [head('content-length: -1\r\n'), 400, 'malformed', 'HPE_INVALID_CONTENT_LENGTH'],
    [`${head('transfer-encoding: chunked\r\n')}zz\r\n`, 400, 'malformed', 'HPE_INVALID_CHUNK_SIZE'],
    ['POST /x HTTP/1.1\r\ncontent-length: 0\r\n\r\n', 400, 'malformed', 'no Host header'],
    [head('expect: a miracle\r\n'), 400, 'malformed', 'an Expect header that is not 100-continue'],
    ['POST /x HTTP/3.0\r\n\r\n', 505, 'http-version', 'HPE_INVALID_VERSION'],
    ['CONNECT dip:1 HTTP/1.1\r\nhost: dip\r\n\r\n', 405, 'method-not-served', 'CONNECT'],
    [`${head('content-length: 11\r\n')}12345678901`, 413, 'body-too-large', 'over 10 bytes'],
  ];
  for (const [bytes, status, reason, detail] of cases) {
    const answer = await say(server.url, bytes);
    assert.equal(statusOf(answer), status, bytes);
    assert.match(answer, /connection: close/i);
    const [told] = server.bad.splice(0);
    assert.deepEqual([told?.reason, told?.status, told?.detail], [reason, status, detail]);
    assert.equal(told?.fingerprint, (await identities()).supplier.transport.fingerprint);
    assert.match(told!.remote, /^127\.0\.0\.1:\d+$/);
  }
  assert.deepEqual(server.requests, []);
  assert.equal(statusOf(await say(server.url, head('content-length: 2\r\nconnection: close\r\n') + '{}')), 201);
  assert.equal(server.bad.length, 0);
});

test('headers over the limit are answered 431, also to a client that is still writing them', async (t) => {
  const server = await listener({ maxHeaderBytes: 4096 });
  t.after(server.close);
  const close = 'connection: close\r\ncontent-length: 0\r\n';
  assert.equal(statusOf(await say(server.url, head(`x: ${'a'.repeat(3000)}\r\n${close}`))), 201);
  assert.equal(server.bad.length, 0);
  assert.equal(statusOf(await say(server.url, head(`x: ${'a'.repeat(5000)}\r\n${close}`))), 431);
  assert.equal(statusOf(await say(server.url, `POST /x HTTP/1.1\r\nx: ${'a'.repeat(500_000)}`)), 431);
  assert.deepEqual(
    server.bad.map((r) => [r.reason, r.status]),
    [
      ['headers-too-large', 431],
      ['headers-too-large', 431],
    ],
  );
});

test('a client that is slow with its headers or its body is answered 408', async (t) => {
  const server = await listener({ timeouts: { headersMs: 100, requestMs: 200 } });
  t.after(server.close);
  for (const bytes of ['', 'POST /x HTTP/1.1\r\nhost: d', `${head('content-length: 10\r\n')}12345`]) {
    assert.equal(statusOf(await say(server.url, bytes)), 408, bytes);
    const told = server.bad.splice(0);
    assert.deepEqual(
      told.map((r) => [r.reason, r.status]),
      [['request-timeout', 408]],
    );
  }
  assert.deepEqual(server.requests, []);
});

test('a handshake that does not come is given up', async (t) => {
  const server = await listener({ timeouts: { handshakeMs: 50 } });
  t.after(server.close);
  const { ended } = await connect(server.url.replace('https', 'http'));
  await ended;
  assert.deepEqual(
    server.refusals.map((r) => [r.reason, r.detail]),
    [['handshake-failed', 'ERR_TLS_HANDSHAKE_TIMEOUT']],
  );
  assert.equal(server.bad.length, 0);
});

test('an idle connection, and one on which an answer is stuck, are ended', async (t) => {
  const server = await listener({
    timeouts: { idleMs: 50, stalledMs: 100 },
    onRequest: ({ path }) => (path === '/x' ? Promise.resolve({ status: 200 }) : new Promise(() => undefined)),
  });
  t.after(server.close);
  assert.equal(statusOf(await say(server.url, head('content-length: 0\r\n'))), 200);
  const stuck = head('content-length: 0\r\n').replace('/x', '/stuck');
  assert.equal(await say(server.url, stuck), '');
});

test('a client that half-closes gets its answer, or 400 where its request is not whole', async (t) => {
  const server = await listener();
  t.after(server.close);
  const half = async (bytes: string) => {
    const { socket, ended } = await connect(server.url, (await identities()).supplier.transport);
    socket.end(bytes);
    return statusOf(await ended);
  };
  assert.equal(await half(`${head('content-length: 2\r\n')}{}`), 201);
  assert.equal(server.bad.length, 0);
  assert.equal(await half(`${head('content-length: 20\r\n')}{}`), 400);
  assert.equal(await half('POST /x HT'), 400);
  assert.deepEqual(
    server.bad.map((r) => [r.reason, r.detail]),
    [
      ['malformed', 'HPE_INVALID_EOF_STATE'],
      ['malformed', 'HPE_INVALID_EOF_STATE'],
    ],
  );
});

test('a client that goes away in its body is told of, without an answer', async (t) => {
  const server = await listener();
  t.after(server.close);
  const { socket } = await connect(server.url, (await identities()).supplier.transport);
  socket.write(`${head('content-length: 20\r\nexpect: 100-continue\r\n')}`);
  await once(socket, 'data');
  socket.destroy();
  await server.first;
  const [told] = server.bad;
  assert.ok(['body-cut-short', 'malformed'].includes(told!.reason), told!.reason);
  assert.deepEqual(server.requests, []);
});

test('with Expect: 100-continue nothing is asked for that is too large', async (t) => {
  const server = await listener({ maxBodyBytes: 10 });
  t.after(server.close);
  const expecting = (length: number) => head(`content-length: ${length}\r\nexpect: 100-continue\r\n`);
  const { socket, ended, text } = await connect(server.url, (await identities()).supplier.transport);
  socket.write(expecting(2));
  await once(socket, 'data');
  assert.match(text(), /^HTTP\/1\.1 100 Continue\r\n\r\n$/);
  socket.write(`{}${expecting(11)}`);
  assert.match(await ended, /100 Continue\r\n\r\nHTTP\/1\.1 201[\s\S]*HTTP\/1\.1 413[\s\S]*connection: close/);
  // One that lies about its length, in chunks.
  const chunked = head('transfer-encoding: chunked\r\nexpect: 100-continue\r\n');
  const answer = await say(server.url, `${chunked}b\r\n12345678901\r\n0\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 413 /);
});

test('a body over the limit is answered 413 while the client is still writing', async (t) => {
  const server = await listener({ maxBodyBytes: 1000 });
  t.after(server.close);
  const { socket, ended, text } = await connect(server.url, (await identities()).supplier.transport);
  socket.write(head('transfer-encoding: chunked\r\n'));
  const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`;
  socket.write(chunk);
  await once(socket, 'data');
  assert.equal(statusOf(text()), 413);
  assert.ok(socket.write(chunk) || socket.writable);
  socket.end('0\r\n\r\n');
  await ended;
  assert.equal(server.bad[0]?.reason, 'body-too-large');
});

test('sent is told when the answer went out, not when nobody was there', async (t) => {
  let go: () => void = () => undefined;
  let arrived: () => void = () => undefined;
  const sent: string[] = [];
  const server = await listener({
    onRequest: async ({ path }) => {
      if (path === '/gone') {
        arrived();
        await new Promise<void>((resolve) => (go = resolve));
      }
      return { status: 201, sent: () => void sent.push(path) };
    },
  });
  t.after(server.close);
  const { socket, ended } = await connect(server.url, (await identities()).supplier.transport);
  const underWay = new Promise<void>((resolve) => (arrived = resolve));
  socket.write(head('content-length: 0\r\n').replace('/x', '/gone'));
  await underWay;
  socket.destroy();
  await ended;
  assert.equal(statusOf(await say(server.url, head('content-length: 0\r\nconnection: close\r\n'))), 201);
  go();
  await say(server.url, head('content-length: 0\r\nconnection: close\r\n'));
  assert.deepEqual(sent, ['/x', '/x']);
});
