import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test, TestContext } from 'node:test';
import { issueAuthority, issueTransport } from './issue';
import { addressMatcher, certificatesInHeader } from './proxy';
import type { MtlsServerOptions } from './server';
import { listener, say, statusOf } from './server.fixture';
import { createSigner, signatureHeaders } from './signer';
import { createVerifier } from './verifier';
import { coded, identities } from './wire.fixture';

const header = 'X-Client-Cert';
const nginx = encodeURIComponent;
const derOf = (pem: string) => new X509Certificate(pem).raw.toString('base64');

/** A server behind a proxy at 127.0.0.1; `send` is what the proxy passes on. */
async function behindProxy(t: TestContext, options: Partial<MtlsServerOptions> = {}) {
  const server = await listener({ proxy: { header, from: ['127.0.0.1'] }, ...options });
  t.after(server.close);
  const send = async (shown: string | undefined, more = '', path = '/x') => {
    const line = shown === undefined ? '' : `${header}: ${shown}\r\n`;
    return say(
      server.url,
      `POST ${path} HTTP/1.1\r\nhost: inner\r\n${line}${more}connection: close\r\ncontent-length: 2\r\n\r\n{}`,
    );
  };
  return { ...server, send, status: async (shown?: string) => statusOf(await send(shown)) };
}

test('every usual form of the header lets a trusted client in, and it goes no further', async (t) => {
  const { supplier } = await identities();
  const { certificate, fingerprint } = supplier.transport;
  const der = derOf(certificate);
  const server = await behindProxy(t);
  assert.match(server.url, /^http:/);
  const forms = [
    nginx(certificate),
    nginx(certificate).replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '='),
    der,
    `:${der}:`,
    Buffer.from(certificate).toString('base64'),
    certificate.trim().replaceAll('\n', ' '),
  ];
  for (const form of forms) assert.equal(await server.status(form), 201, form.slice(0, 40));
  assert.equal(server.requests.length, forms.length);
  for (const request of server.requests) {
    assert.equal(request.clientFingerprint, fingerprint);
    assert.equal(request.headers[header.toLowerCase()], undefined);
  }
  assert.deepEqual(server.refusals, []);
});

test('who has no good certificate is answered a bare 401, with the reasons of TLS', async (t) => {
  const { supplier, foreign, expired, dip } = await identities();
  const server = await behindProxy(t, { trust: [dip.ca, expired.ca] });
  const good = nginx(supplier.transport.certificate);
  const cases: [string | undefined, string][] = [
    [undefined, 'no-certificate'],
    ['', 'no-certificate'],
    [nginx(foreign.transport.certificate), 'certificate-untrusted'],
    [nginx(expired.transport.certificate), 'certificate-expired'],
    ['nonsense', 'certificate-untrusted'],
    ['%E0%A4%A', 'certificate-untrusted'],
    [nginx('-----BEGIN CERTIFICATE-----'), 'certificate-untrusted'],
    [`${good}\r\n${header}: ${good}`, 'certificate-untrusted'],
    [`${good}, ${good}`, 'certificate-untrusted'],
  ];
  for (const [shown, reason] of cases) {
    const answer = await server.send(shown);
    assert.equal(statusOf(answer), 401, shown);
    assert.match(answer, /content-length: 0\r\n/i);
    assert.equal(server.refusals.at(-1)?.reason, reason, shown);
  }
  assert.equal(server.refusals[2]?.fingerprint, foreign.transport.fingerprint);
  assert.deepEqual(server.requests, []);
  const soon = await issueAuthority(new Date(Date.now() + 3_600_000));
  const early = await issueTransport(soon, 'early', new Date(Date.now() + 3_600_000));
  server.setTrust([soon.certificate]);
  assert.equal(await server.status(nginx(early.certificate)), 401);
  assert.equal(server.refusals.at(-1)?.reason, 'certificate-not-yet-valid');
  assert.equal(await server.status(good), 401);
});

test('fingerprints count, and what was read once is judged each time', async (t) => {
  const { foreign } = await identities();
  const known = new Set<string>();
  const server = await behindProxy(t, { fingerprints: () => known });
  const shown = nginx(foreign.transport.certificate);
  assert.equal(await server.status(shown), 401);
  known.add(foreign.transport.fingerprint);
  assert.equal(await server.status(shown), 201);
  known.clear();
  assert.equal(await server.status(shown), 401);
});

test('nobody but the proxy is let in, nor believed', async (t) => {
  const { supplier } = await identities();
  const server = await behindProxy(t, { proxy: { header, from: ['192.0.2.0/24', '2001:db8::1'] } });
  assert.equal(await server.send(nginx(supplier.transport.certificate)), '');
  assert.deepEqual(
    server.refusals.map((r) => [r.reason, r.remote.startsWith('127.0.0.1:')]),
    [['not-the-proxy', true]],
  );
  assert.deepEqual([server.requests, server.bad], [[], []]);
  const direct = await listener();
  t.after(direct.close);
  const { foreign } = await identities();
  const claim = `POST /x HTTP/1.1\r\nhost: x\r\n${header}: ${nginx(supplier.transport.certificate)}\r\ncontent-length: 0\r\n\r\n`;
  assert.equal(await say(direct.url, claim, foreign.transport), '');
});

test('signatures cover the public base', async (t) => {
  const { supplier, dip } = await identities();
  const server = await behindProxy(t, { publicBase: 'https://dip.example/api/' });
  const url = 'https://dip.example/api/dip-channel/IF-031';
  const headers = signatureHeaders(createSigner(supplier.signing), { method: 'POST', url, body: Buffer.from('{}') });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  await server.send(nginx(supplier.transport.certificate), lines.join(''), '/dip-channel/IF-031');
  const verify = createVerifier({ trust: [dip.ca], skewMs: 60_000 });
  assert.deepEqual(server.requests.map(verify), [{ ok: true, fingerprint: supplier.signing.fingerprint }]);
});

test('malformed requests of the proxy are told as over TLS', async (t) => {
  const server = await behindProxy(t);
  assert.equal(statusOf(await say(server.url, 'NONSENSE\r\n\r\n')), 400);
  assert.deepEqual(
    server.bad.map((r) => [r.reason, r.fingerprint]),
    [['malformed', undefined]],
  );
});

test('addresses and networks of both families are matched, names are refused', () => {
  const matches = addressMatcher(['127.0.0.1', '10.1.0.0/16', 'fd00::/8']);
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '10.1.2.3', '::ffff:10.1.9.9', 'fd12::1']) {
    assert.equal(matches(address), true, address);
  }
  for (const address of ['127.0.0.2', '10.2.0.1', '::1', '::ffff:10.2.0.1', 'fe80::1', '', undefined]) {
    assert.equal(matches(address), false, String(address));
  }
  for (const wrong of [[], ['proxy.example'], ['10.0.0.0/33'], ['10.0.0.0/8/8'], ['10.0.0.0/'], ['10.0.0.0/x']]) {
    assert.throws(() => addressMatcher(wrong), coded('WIRE_PROXY_ADDRESS'));
  }
});

test('several certificates are read in their order, a private key is none', async () => {
  const { supplier, dip } = await identities();
  const both = certificatesInHeader(nginx(supplier.transport.certificate + dip.ca));
  assert.ok(Array.isArray(both));
  assert.deepEqual(
    both.map((c) => c.subject),
    [supplier.transport.certificate, dip.ca].map((pem) => new X509Certificate(pem).subject),
  );
  assert.equal(typeof certificatesInHeader(nginx(supplier.transport.key)), 'string');
});
