import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, TestContext } from 'node:test';
import { canonicalText } from './canonical';
import { contentHash } from './hash';
import { createSigner, signatureHeaders } from './signer';
import { identities, scratchDir } from './wire.fixture';
import { createVerifier } from './verifier';

const method = 'POST';
const url = 'https://127.0.0.1:8443/Dip-Channel/IF-031';
const body = Buffer.from('[{"payload":"Dŵr — £"}]', 'utf8');
const present = spawnSync('openssl', ['version']).status === 0;

/** Left out, by name and reason, where there is no openssl; in CI that is a failure. */
function crossCheck(name: string, work: (t: TestContext) => Promise<void>): void {
  const absent = !present && process.env.CI !== 'true';
  test(name, { skip: absent && 'left out: the openssl command is absent' }, async (t) => {
    assert.ok(present, 'the openssl command must be there in CI');
    await work(t);
  });
}

function workshop() {
  const dir = scratchDir();
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  const put = (name: string, data: string | Buffer) => writeFileSync(join(dir, name), data);
  return { openssl, put };
}

crossCheck('openssl verifies what the signer signs', async () => {
  const { supplier } = await identities();
  const { openssl, put } = workshop();
  const headers = signatureHeaders(createSigner(supplier.signing), { method, url, body });
  put('body', body);
  const hash = openssl('dgst', '-sha256', '-binary', 'body').toString('base64');
  assert.equal(headers['x-dip-content-hash'], hash);
  put('text', `POST;${url.toLowerCase()};${headers['x-dip-signature-date']};${hash}`);
  put('signature', Buffer.from(headers['x-dip-signature']!, 'base64'));
  put('certificate.pem', Buffer.from(headers['x-dip-signature-certificate']!, 'base64'));
  put('public.pem', openssl('x509', '-in', 'certificate.pem', '-noout', '-pubkey'));
  const verified = openssl('dgst', '-sha256', '-verify', 'public.pem', '-signature', 'signature', 'text');
  assert.match(verified.toString(), /Verified OK/);
  put('text', 'another text');
  assert.throws(() => openssl('dgst', '-sha256', '-verify', 'public.pem', '-signature', 'signature', 'text'));
});

crossCheck('the verifier takes what openssl signs', async () => {
  const { supplier, dip } = await identities();
  const { openssl, put } = workshop();
  const date = new Date().toISOString();
  put('key.pem', supplier.signing.key);
  put('text', canonicalText({ method, url, date, hash: contentHash(body) }));
  const headers = {
    'x-dip-signature': openssl('dgst', '-sha256', '-sign', 'key.pem', 'text').toString('base64'),
    'x-dip-signature-date': date,
    'x-dip-content-hash': contentHash(body),
    'x-dip-signature-certificate': Buffer.from(supplier.signing.certificate).toString('base64'),
  };
  const verify = createVerifier({ trust: [dip.ca] });
  assert.equal(verify({ method, url, body, headers }).ok, true);
  put('text', 'another text');
  const other = {
    ...headers,
    'x-dip-signature': openssl('dgst', '-sha256', '-sign', 'key.pem', 'text').toString('base64'),
  };
  const verdict = verify({ method, url, body, headers: other });
  assert.equal(verdict.ok ? 'ok' : verdict.fault, 'signature-mismatch');
});

crossCheck('openssl accepts the chains of the throw-away authority, and no others', async () => {
  const { supplier, foreign, expired } = await identities();
  const { openssl, put } = workshop();
  put('ca.pem', supplier.ca);
  put('transport.pem', supplier.transport.certificate);
  put('signing.pem', supplier.signing.certificate);
  put('foreign.pem', foreign.signing.certificate);
  put('expired-ca.pem', expired.ca);
  put('expired.pem', expired.signing.certificate);
  for (const purpose of ['sslclient', 'sslserver']) {
    const args = ['-x509_strict', '-purpose', purpose, '-CAfile', 'ca.pem', 'transport.pem'];
    assert.match(openssl('verify', ...args).toString(), /transport\.pem: OK/);
  }
  assert.match(openssl('verify', '-x509_strict', '-CAfile', 'ca.pem', 'signing.pem').toString(), /signing\.pem: OK/);
  assert.throws(() => openssl('verify', '-CAfile', 'ca.pem', 'foreign.pem'), /unable to get local issuer/);
  assert.throws(() => openssl('verify', '-CAfile', 'expired-ca.pem', 'expired.pem'), /certificate has expired/);
});

crossCheck('a chain over an intermediate authority made by openssl is followed to its root', async () => {
  const { openssl, put } = workshop();
  const issue = (name: string, ca: boolean, by?: string) => {
    put('extensions', `basicConstraints=critical,CA:${ca ? 'TRUE' : 'FALSE'}\n${ca ? 'keyUsage=keyCertSign\n' : ''}`);
    openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${name}`,
    );
    const signer = by ? ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial'] : ['-signkey', `${name}.key`];
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...signer,
      '-days',
      '2',
      '-extfile',
      'extensions',
      '-out',
      `${name}.pem`,
    );
    return {
      certificate: openssl('x509', '-in', `${name}.pem`).toString(),
      key: openssl('pkey', '-in', `${name}.key`).toString(),
    };
  };
  const root = issue('root', true);
  const middle = issue('middle', true, 'root');
  const leaf = issue('leaf', false, 'middle');
  const verdictOf = (certificate: string) => {
    const headers = signatureHeaders(createSigner({ key: leaf.key, certificate }), { method, url, body });
    const verdict = createVerifier({ trust: [root.certificate] })({ method, url, body, headers });
    return verdict.ok ? 'ok' : verdict.fault;
  };
  assert.equal(verdictOf(leaf.certificate + middle.certificate), 'ok');
  assert.equal(verdictOf(leaf.certificate), 'certificate-untrusted');
});
