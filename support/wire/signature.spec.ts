import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalText } from './canonical';
import { contentHash, sha256Hex } from './hash';
import { issueSigning } from './issue';
import { createSigner, signAsync, signatureHeaders, signatureHeadersAsync } from './signer';
import { coded, identities } from './wire.fixture';
import { createVerifier, SignatureFault, SignedRequest } from './verifier';

const body = Buffer.from('[{"payload":"Dŵr — £"}]', 'utf8');
const url = 'https://127.0.0.1:8443/Dip-Channel/IF-031';

async function signedBy(who: 'supplier' | 'foreign' | 'expired'): Promise<SignedRequest> {
  const signer = createSigner((await identities())[who].signing);
  return { method: 'POST', url, body, headers: signatureHeaders(signer, { method: 'POST', url, body }) };
}

async function verifier(skewMs?: number) {
  const { dip, expired } = await identities();
  return createVerifier({ trust: [dip.ca, expired.ca], skewMs });
}

function withHeader(r: SignedRequest, name: string, value: string | undefined): SignedRequest {
  return { ...r, headers: { ...r.headers, [name]: value } };
}

test('the hash is that of the bytes', () => {
  assert.equal(contentHash(Buffer.from('{}')), 'RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=');
  assert.equal(sha256Hex('{}'), '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('the signed text has the method in upper and the whole URL in lower case', () => {
  const text = canonicalText({ method: 'post', url: 'https://Dip.Example/X?Y=Z', date: 'D', hash: 'aB=' });
  assert.equal(text, 'POST;https://dip.example/x?y=z;D;aB=');
});

test('a signed request is verified, whatever the case of the URL', async () => {
  const { supplier } = await identities();
  const verify = await verifier(60_000);
  const request = await signedBy('supplier');
  assert.deepEqual(verify(request), { ok: true, fingerprint: supplier.signing.fingerprint });
  assert.equal(verify({ ...request, url: url.toLowerCase(), method: 'post' }).ok, true);
});

test('the certificate travels as base64 of PEM with LF line ends', async () => {
  const { supplier } = await identities();
  const crlf = supplier.signing.certificate.replaceAll('\n', '\r\n');
  const signer = createSigner({ key: supplier.signing.key, certificate: crlf });
  const headers = signatureHeaders(signer, { method: 'POST', url, body });
  const sent = Buffer.from(headers['x-dip-signature-certificate']!, 'base64').toString();
  assert.equal(sent, supplier.signing.certificate);
});

test('every fault of a signature is told apart', async () => {
  const verify = await verifier(60_000);
  const good = await signedBy('supplier');
  const other = createSigner((await identities()).dip.signing);
  const swapped = signatureHeaders(other, { method: 'POST', url, body })['x-dip-signature'];
  const certificate = String(good.headers['x-dip-signature-certificate']);
  const der = Buffer.from(certificate, 'base64')
    .toString()
    .replace(/-----.*-----|\n/g, '');
  const ec = Buffer.from((await identities()).supplier.transport.certificate).toString('base64');
  const later = new Date(Date.now() + 61_000);
  const cases: [SignatureFault, SignedRequest][] = [
    ['missing-header', withHeader(good, 'x-dip-signature', undefined)],
    ['missing-header', withHeader(good, 'x-dip-signature-certificate', '')],
    ['date-invalid', withHeader(good, 'x-dip-signature-date', '2027-06-22T09:30:00Z')],
    ['date-invalid', withHeader(good, 'x-dip-signature-date', '2027-02-30T09:30:00.000Z')],
    ['certificate-unreadable', withHeader(good, 'x-dip-signature-certificate', 'not base64!')],
    ['certificate-unreadable', withHeader(good, 'x-dip-signature-certificate', der)],
    ['certificate-unreadable', withHeader(good, 'x-dip-signature-certificate', certificate.slice(0, 400))],
    ['certificate-untrusted', await signedBy('foreign')],
    ['certificate-expired', await signedBy('expired')],
    ['certificate-not-yet-valid', { ...good, now: new Date(Date.now() - 24 * 60 * 60 * 1000) }],
    ['hash-mismatch', { ...good, body: Buffer.from(body.toString().replace('£', '€')) }],
    ['hash-mismatch', withHeader(good, 'x-dip-content-hash', contentHash(Buffer.from('{}')))],
    ['signature-mismatch', withHeader(good, 'x-dip-signature', swapped)],
    ['signature-mismatch', withHeader(good, 'x-dip-signature', 'AAAA')],
    ['signature-mismatch', withHeader(good, 'x-dip-signature-certificate', ec)],
    ['signature-mismatch', withHeader(good, 'x-dip-signature-date', '2027-06-22T09:30:00.000Z')],
    ['signature-mismatch', { ...good, url: `${url}2` }],
    ['signature-mismatch', { ...good, method: 'DELETE' }],
    ['date-skew', { ...good, now: later }],
  ];
  for (const [fault, request] of cases) {
    const verdict = verify(request);
    assert.equal(verdict.ok ? 'ok' : verdict.fault, fault);
    assert.ok(!verdict.ok && verdict.detail.length > 0);
  }
});

test('the date may be any where no skew is set', async () => {
  const verify = await verifier();
  const good = await signedBy('supplier');
  assert.equal(verify({ ...good, now: new Date(Date.now() + 3_600_000) }).ok, true);
});

test('a certificate that is no authority cannot vouch for another', async () => {
  const { supplier, dip } = await identities();
  const posed = await issueSigning(supplier.transport, 'posed', new Date());
  const signer = createSigner({ key: posed.key, certificate: `${posed.certificate}${supplier.transport.certificate}` });
  const headers = signatureHeaders(signer, { method: 'POST', url, body });
  const verdict = createVerifier({ trust: [dip.ca] })({ method: 'POST', url, body, headers });
  assert.equal(verdict.ok ? 'ok' : verdict.fault, 'certificate-untrusted');
});

test('one text may hold several trusted certificates', async () => {
  const { dip, foreign } = await identities();
  assert.equal(createVerifier({ trust: [`${dip.ca}${foreign.ca}`] })(await signedBy('foreign')).ok, true);
});

test('a key that is another, unreadable or not RSA makes no signer', async () => {
  const { supplier, dip } = await identities();
  const { certificate, key } = supplier.signing;
  assert.throws(() => createSigner({ certificate, key: dip.signing.key }), coded('WIRE_KEY_MISMATCH'));
  assert.throws(() => createSigner({ certificate, key: key.slice(0, 200) }), coded('WIRE_KEY_UNREADABLE'));
  assert.throws(() => createSigner({ certificate: key, key }), coded('WIRE_CERTIFICATE_UNREADABLE'));
  assert.throws(() => createSigner(supplier.transport), coded('WIRE_SIGNING_KEY_NOT_RSA'));
  assert.throws(() => createVerifier({ trust: [key] }), coded('WIRE_TRUST_EMPTY'));
});

test('a certificate known by fingerprint needs no authority, as long as it is in force', async () => {
  const { foreign, expired, dip } = await identities();
  const known = new Set<string>();
  const verify = createVerifier({ trust: [dip.ca], fingerprints: () => known });
  const fault = async (who: 'foreign' | 'expired' | 'supplier') => {
    const verdict = verify(await signedBy(who));
    return verdict.ok ? 'ok' : verdict.fault;
  };
  assert.equal(await fault('foreign'), 'certificate-untrusted');
  known.add(foreign.signing.fingerprint).add(expired.signing.fingerprint);
  assert.equal(await fault('foreign'), 'ok');
  assert.equal(await fault('expired'), 'certificate-expired');
  assert.equal(await fault('supplier'), 'ok');
  known.clear();
  assert.equal(await fault('foreign'), 'certificate-untrusted');
  const alone = createVerifier({ trust: [], fingerprints: () => new Set([foreign.signing.fingerprint]) });
  assert.equal(alone(await signedBy('foreign')).ok, true);
  assert.equal(alone(await signedBy('supplier')).ok, false);
  assert.throws(() => createVerifier({ trust: [] }), coded('WIRE_TRUST_EMPTY'));
});

test('signing on the thread pool gives the same signature, and a sign of its own is kept', async () => {
  const signer = createSigner((await identities()).supplier.signing);
  const text = 'POST;https://dip.example/x;2027-06-22T09:30:00.000Z;aB=';
  assert.equal(await signAsync(signer, text), signer.sign(text));
  const date = new Date('2027-06-22T09:30:00.000Z');
  const request = { method: 'POST', url, body, date };
  assert.deepEqual(await signatureHeadersAsync(signer, request), signatureHeaders(signer, request));
  const spoilt = { ...signer, sign: (given: string) => signer.sign(`${given} `) };
  const wrong = await signatureHeadersAsync(spoilt, request);
  assert.deepEqual(wrong, signatureHeaders(spoilt, request));
  assert.notEqual(wrong['x-dip-signature'], signatureHeaders(signer, request)['x-dip-signature']);
});
