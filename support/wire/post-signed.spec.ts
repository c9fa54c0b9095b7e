import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { test, TestContext } from 'node:test';
import { QualifyError } from '../errors';
import { requestFailure } from './failures';
import { contentHash } from './hash';
import { createAgent, postSigned, SignedPost } from './post-signed';
import { createSigner } from './signer';
import { identities, startServer } from './wire.fixture';
import { createVerifier } from './verifier';

const body = Buffer.from('[{"payload":{"name":"Dŵr — £ 漢"}}]\r\n', 'utf8');

async function sender(t: TestContext, who: 'supplier' | 'foreign' = 'supplier') {
  const identity = (await identities())[who];
  const agent = createAgent(identity);
  t.after(() => agent.destroy());
  const signer = createSigner(identity.signing);
  return (url: string, o: Partial<SignedPost> = {}) => postSigned({ agent, signer, url, body, timeoutMs: 5000, ...o });
}

/** An HTTPS server of node's own that shows the certificate of `who` and does what it is told. */
async function bareServer(
  t: TestContext,
  listener: http.RequestListener,
  who: 'dip' | 'foreign' | 'expired' = 'dip',
  use: 'transport' | 'signing' = 'transport',
) {
  const { key, certificate: cert } = (await identities())[who][use];
  const server = https.createServer({ key, cert }, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `https://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
}

function failing(code: string, kind: string): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof QualifyError, String(error));
    assert.deepEqual([error.code, error.kind], [code, kind]);
    return true;
  };
}

test('the bytes sent are the bytes signed', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const post = await sender(t);
  const extraHeaders = { 'x-dip-mpo': '9000000001', 'x-dip-signature': 'not this one' };
  const answer = await post(`${server.url}/Dip-Channel/IF-031`, { apiKey: 'a-key', extraHeaders });
  assert.deepEqual([answer.status, answer.body.toString()], [201, `{"got":${body.length}}`]);
  assert.equal(answer.headers['content-type'], 'application/json');
  assert.ok(answer.ms > 0);
  const request = server.requests[0]!;
  assert.ok(request.body.equals(body));
  assert.equal(request.headers['x-dip-content-hash'], contentHash(body));
  assert.deepEqual([request.headers['x-api-key'], request.headers['x-dip-mpo']], ['a-key', '9000000001']);
  const verify = createVerifier({ trust: [(await identities()).dip.ca], skewMs: 60_000 });
  assert.equal(verify(request).ok, true);
  const tampered = verify({ ...request, body: Buffer.concat([body, Buffer.from(' ')]) });
  assert.equal(tampered.ok ? 'ok' : tampered.fault, 'hash-mismatch');
});

test('an address without a path is signed as it is requested', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const post = await sender(t);
  const verify = createVerifier({ trust: [(await identities()).dip.ca] });
  for (const url of [server.url, `${server.url}/a b?q=£#part`]) await post(url, { method: 'DELETE' });
  assert.deepEqual(
    server.requests.map((request) => [request.method, request.path, verify(request).ok]),
    [
      ['DELETE', '/', true],
      ['DELETE', '/a%20b?q=%C2%A3', true],
    ],
  );
});

test('a connection is used again', async (t) => {
  const ports: (number | undefined)[] = [];
  const url = await bareServer(t, (request, response) => {
    ports.push(request.socket.remotePort);
    request.resume().on('end', () => response.end());
  });
  const post = await sender(t);
  for (let n = 0; n < 3; n += 1) await post(url);
  assert.equal(new Set(ports).size, 1);
  assert.equal(ports.length, 3);
});

test('a kept connection that the server closed is opened anew, a fresh one is not', async (t) => {
  let requests = 0;
  const url = await bareServer(t, (request, response) => {
    requests += 1;
    if (requests === 2 || request.url === '/never') request.socket.destroy();
    else request.resume().on('end', () => response.end('ok'));
  });
  const post = await sender(t);
  assert.equal((await post(url)).status, 200);
  assert.equal((await post(url)).body.toString(), 'ok');
  assert.equal(requests, 3);
  const other = await sender(t);
  await assert.rejects(other(`${url}/never`), failing('WIRE_CONNECTION_LOST', 'environment'));
  assert.equal(requests, 4);
});

test('a redirect is an answer and is not followed', async (t) => {
  let asked = 0;
  const url = await bareServer(t, (request, response) => {
    asked += 1;
    request.resume().on('end', () => response.writeHead(307, { location: '/elsewhere' }).end());
  });
  const answer = await (await sender(t))(url);
  assert.deepEqual([answer.status, answer.headers.location, asked], [307, '/elsewhere', 1]);
});

test('what gives no answer is told apart', async (t) => {
  const post = await sender(t);
  const silent = await bareServer(t, () => undefined);
  await assert.rejects(post(silent, { timeoutMs: 50 }), failing('WIRE_TIMEOUT', 'environment'));
  await assert.rejects(post(silent, { signal: AbortSignal.abort() }), failing('WIRE_INTERRUPTED', 'harness'));
  const stop = new AbortController();
  const stopped = post(silent, { signal: stop.signal });
  stop.abort();
  await assert.rejects(stopped, failing('WIRE_INTERRUPTED', 'harness'));

  const closed = net.createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as net.AddressInfo;
  closed.close();
  await once(closed, 'close');
  await assert.rejects(post(`https://127.0.0.1:${port}`), failing('WIRE_CONNECTION_REFUSED', 'environment'));
  await assert.rejects(post('https://nowhere.invalid'), failing('WIRE_HOST_UNKNOWN', 'environment'));
  await assert.rejects(post('http://127.0.0.1'), failing('WIRE_URL_INVALID', 'configuration'));
  await assert.rejects(post('dip.example'), failing('WIRE_URL_INVALID', 'configuration'));

  const plain = http.createServer().listen(0, '127.0.0.1');
  await once(plain, 'listening');
  t.after(() => plain.close());
  const http1 = `https://127.0.0.1:${(plain.address() as net.AddressInfo).port}`;
  await assert.rejects(post(http1), failing('WIRE_TLS_FAILED', 'environment'));
});

test('servers are always verified', async (t) => {
  const answer: http.RequestListener = (_, response) => response.end();
  const { expired } = await identities();
  const post = await sender(t);
  await assert.rejects(post(await bareServer(t, answer, 'foreign')), failing('WIRE_TLS_UNTRUSTED', 'configuration'));
  const trusting = createAgent({ ...(await identities()).supplier, ca: expired.ca });
  t.after(() => trusting.destroy());
  const old = await bareServer(t, answer, 'expired');
  await assert.rejects(post(old, { agent: trusting }), failing('WIRE_PEER_CERTIFICATE_EXPIRED', 'environment'));
  const dip = await bareServer(t, answer);
  assert.equal((await post(dip.replace('127.0.0.1', 'localhost'))).status, 200);
  const nameless = await bareServer(t, answer, 'dip', 'signing');
  await assert.rejects(post(nameless), failing('WIRE_TLS_UNTRUSTED', 'configuration'));
});

test('a server that asks for a certificate in vain says so, one that distrusts it hangs up', async (t) => {
  const { dip, supplier } = await identities();
  const { key, certificate: cert } = dip.transport;
  const strict = https.createServer({ key, cert, ca: dip.ca, requestCert: true, rejectUnauthorized: true });
  strict.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(strict, 'listening');
  t.after(() => strict.close());
  const url = `https://127.0.0.1:${(strict.address() as net.AddressInfo).port}`;
  const bare = new https.Agent({ ca: supplier.ca });
  const post = await sender(t);
  await assert.rejects(post(url, { agent: bare }), failing('WIRE_TLS_REFUSED', 'configuration'));
  const foreign = createAgent({ ...(await identities()).foreign, ca: supplier.ca });
  await assert.rejects(post(url, { agent: foreign }), failing('WIRE_CONNECTION_LOST', 'environment'));
});

test('a refusing alert of TLS 1.2 is read from its text', () => {
  const alert = (text: string, number: number) =>
    Object.assign(
      new Error(`write EPROTO 80:error:0A:SSL routines:ssl3_read_bytes:${text}:a.c:1:SSL alert number ${number}`),
      {
        code: 'EPROTO',
      },
    );
  const refused = requestFailure(alert('tlsv1 alert unknown ca', 48), 'https://dip.example/');
  assert.equal(refused.code, 'WIRE_TLS_REFUSED');
  assert.match(refused.message, /\(tlsv1 alert unknown ca\)/);
  assert.equal(
    requestFailure(alert('tlsv1 alert protocol version', 70), 'https://dip.example/').code,
    'WIRE_TLS_FAILED',
  );
});

test('an answer without an end in sight is given up', async (t) => {
  const url = await bareServer(t, (request, response) => {
    const part = Buffer.alloc(1024 * 1024);
    const more = () => {
      while (!response.destroyed && response.write(part));
    };
    response.on('drain', more);
    request.resume().on('end', more);
  });
  await assert.rejects((await sender(t))(url), failing('WIRE_ANSWER_TOO_LARGE', 'environment'));
});
