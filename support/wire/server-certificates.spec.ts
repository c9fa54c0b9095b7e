import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { test } from 'node:test';
import { connect, listener, say, statusOf } from './server.fixture';
import { issueAuthority, issueSigning, issueTransport } from './issue';
import { coded, identities } from './wire.fixture';
import { createMtlsServer } from './server';

const request = 'POST /x HTTP/1.1\r\nhost: dip\r\ncontent-length: 0\r\nconnection: close\r\n\r\n';

test('a fingerprint lets in whoever issued the certificate, and is asked for each connection', async (t) => {
  const { foreign, supplier } = await identities();
  const known = new Set([foreign.transport.fingerprint]);
  const server = await listener({ fingerprints: () => known });
  t.after(server.close);
  assert.equal(statusOf(await say(server.url, request, foreign.transport)), 201);
  assert.equal(server.requests[0]?.clientFingerprint, foreign.transport.fingerprint);
  assert.equal(statusOf(await say(server.url, request, supplier.transport)), 201);
  known.clear();
  assert.equal(await say(server.url, request, foreign.transport), '');
  assert.deepEqual(
    server.refusals.map(({ reason, fingerprint }) => [reason, fingerprint]),
    [['certificate-untrusted', foreign.transport.fingerprint]],
  );
  assert.match(server.refusals[0]!.detail, /CN=foreign, issued by CN=Qualify test authority/);
});

test('a fingerprint does not outlive its certificate, and none is no certificate', async (t) => {
  const { expired } = await identities();
  const server = await listener({ trust: [], fingerprints: () => new Set([expired.transport.fingerprint]) });
  t.after(server.close);
  assert.equal(await say(server.url, request, expired.transport), '');
  const { socket, ended } = await connect(server.url);
  socket.write(request);
  assert.equal(await ended, '');
  assert.deepEqual(
    server.refusals.map(({ reason }) => reason),
    ['certificate-expired', 'no-certificate'],
  );
});

/** What the server of a URL sends in the clear while a client shakes hands with it by TLS 1.2. */
async function handshakeOf(url: string): Promise<string> {
  let seen = '';
  const relay = net.createServer((client) => {
    const server = net.connect(Number(new URL(url).port), '127.0.0.1');
    server.on('data', (part: Buffer) => (seen += part.toString('latin1')));
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('error', () => undefined).pipe(to);
    }
  });
  await once(relay.listen(0, '127.0.0.1'), 'listening');
  const { port } = relay.address() as net.AddressInfo;
  await (
    await connect(`https://127.0.0.1:${port}`, { maxVersion: 'TLSv1.2' })
  ).ended;
  relay.close();
  return seen;
}

test('with fingerprints no authority is named to clients: many would show no certificate of another', async (t) => {
  const { foreign } = await identities();
  const authority = /CN=(.*)/.exec(new X509Certificate(foreign.ca).subject)![1]!;
  for (const fingerprints of [undefined, () => new Set<string>()]) {
    const server = await listener({ trust: [foreign.ca], fingerprints });
    t.after(server.close);
    assert.equal((await handshakeOf(server.url)).includes(authority), fingerprints === undefined);
  }
});

test('the chain is led back here as OpenSSL does it, over what the client sends', async (t) => {
  const now = new Date();
  const root = await issueAuthority(now);
  const leaf = await issueTransport(root, 'leaf', now);
  const posed = await issueTransport(leaf, 'posed', now);
  const signing = await issueSigning(root, 'signing', now);
  const self = await issueAuthority(now);
  for (const fingerprints of [undefined, () => new Set<string>()]) {
    const server = await listener({ trust: [root.certificate, self.certificate], fingerprints });
    t.after(server.close);
    const status = async (shown: { key: string; certificate: string }) =>
      statusOf(await say(server.url, request, shown));
    assert.equal(await status(leaf), 201);
    assert.equal(await status({ ...leaf, certificate: leaf.certificate + root.certificate }), 201);
    assert.equal(await status(signing), 201);
    assert.equal(await status({ ...posed, certificate: posed.certificate + leaf.certificate }), 0);
    assert.equal(await status((await identities()).supplier.transport), 0);
    assert.deepEqual(
      server.refusals.map(({ reason }) => reason),
      ['certificate-untrusted', 'certificate-untrusted'],
    );
  }
});

test('the trusted authorities may change while it runs', async (t) => {
  const { foreign, supplier, dip } = await identities();
  for (const fingerprints of [undefined, () => new Set<string>()]) {
    const refused: string[] = [];
    const server = await createMtlsServer({
      ...{ identity: dip, trust: [dip.ca], fingerprints, maxBodyBytes: 10 },
      onRequest: async () => ({ status: 200 }),
      onRefused: ({ reason }) => void refused.push(reason),
    });
    const url = await server.listen();
    t.after(() => server.close());
    assert.equal(await say(url, request, foreign.transport), '');
    server.setTrust([dip.ca, foreign.ca]);
    assert.equal(statusOf(await say(url, request, foreign.transport)), 200);
    assert.equal(statusOf(await say(url, request, supplier.transport)), 200);
    server.setTrust([foreign.ca]);
    assert.equal(await say(url, request, supplier.transport), '');
    assert.deepEqual(refused, ['certificate-untrusted', 'certificate-untrusted']);
    const old = await connect(url, { ...supplier.transport, ...tls11 });
    assert.equal(await old.ended, '');
    assert.equal(refused.at(-1), 'handshake-failed');
    assert.throws(() => server.setTrust(['nothing']), coded('WIRE_TRUST_EMPTY'));
  }
});

const tls11 = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

test('TLS 1.1 is refused, TLS 1.2 is not', async (t) => {
  const server = await listener();
  t.after(server.close);
  const { supplier } = await identities();
  const old = await connect(server.url, { ...supplier.transport, ...tls11 });
  old.socket.write(request);
  assert.equal(await old.ended, '');
  assert.deepEqual(
    server.refusals.map(({ reason, detail }) => [reason, detail]),
    [['handshake-failed', 'ERR_SSL_UNSUPPORTED_PROTOCOL']],
  );
  const twelve = await connect(server.url, {
    ...supplier.transport,
    ...tls11,
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.2',
  });
  twelve.socket.write(request);
  assert.equal(statusOf(await twelve.ended), 201);
});

test('without authorities there must be fingerprints', async () => {
  await assert.rejects(listener({ trust: [] }), coded('WIRE_TRUST_EMPTY'));
});
