import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCertificateStore, type KeyPair } from '../wire';
import { identityFindings } from './certificates';
import { assertOnly, bundledProfile, codes, own, type Own } from './doctor.fixture';
import type { Finding } from './finding';
import { authority, issued } from './issue.fixture';

const dipId = '1100000001';
const day = 24 * 60 * 60 * 1000;

/** Examines the certificates of a profile after files of it were replaced. */
async function examined(place: Own, o: { now?: Date; change?: (text: string) => string } = {}): Promise<Finding[]> {
  const profile = await place.profile(o.change);
  const { ca } = await openCertificateStore(place.stateDir);
  const options = { stateDir: place.stateDir, now: o.now ?? new Date(), authority: ca };
  return (await identityFindings(profile, profile.identities, options)).findings;
}

function putPair(place: Own, part: 'transport' | 'signing', pair: KeyPair, ...chain: { pem: string }[]): void {
  const text = pair.certificate + chain.map(({ pem }) => pem).join('');
  place.put(`certificates/${dipId}-${part}.pem`, text);
  place.put(`certificates/${dipId}-${part}-key.pem`, pair.key);
}

const withoutKeys = (text: string) => text.replaceAll(/, key: \S+-key\.pem/g, '');

test('what qualify init issued is well, with keys or without, and so is what the harness issues itself', async () => {
  const place = await own();
  assert.deepEqual(await examined(place), []);
  assert.deepEqual(await examined(place, { change: withoutKeys }), []);
  const bundled = await bundledProfile();
  const identities = bundled.identities.filter(({ role }) => role === 'SUP');
  const { ca } = await openCertificateStore(place.stateDir);
  const read = await identityFindings(bundled, identities, {
    stateDir: place.stateDir,
    now: new Date(),
    authority: ca,
  });
  assert.deepEqual([read.findings, read.resolved.length], [[], 1]);
});

test('certificates of an authority of its own are well when the whole chain stands in the file', async () => {
  const place = await own();
  const root = await authority('root');
  const below = await authority('below', { by: root });
  putPair(place, 'transport', await issued(below, { usages: ['client', 'server'] }), below, root);
  putPair(place, 'signing', await issued(below, { rsaBits: 2048 }), below, root);
  assert.deepEqual(await examined(place), []);
});

test('an expired certificate and a foreign key are found together, each at its line', async () => {
  const place = await own();
  const root = await authority('root');
  putPair(place, 'signing', await issued(root, { rsaBits: 2048 }), root);
  place.put(`certificates/${dipId}-signing-key.pem`, (await issued(root, { rsaBits: 2048 })).key);
  putPair(place, 'transport', await issued(root, { days: -0.5 }), root);
  const found = await examined(place);
  assert.deepEqual(codes(found), ['PROFILE_CERTIFICATE_EXPIRED', 'PROFILE_KEY_MISMATCH']);
  assert.notEqual(found[0]!.place, found[1]!.place);
  assert.ok(found.every(({ level }) => level === 'error'));
});

test('an API key that is not there is found', async () => {
  const place = await own();
  place.put(`secrets/${dipId}-api-key`, '\n');
  assertOnly(await examined(place), 'PROFILE_SECRET_MISSING', /api-key is not set or is empty/);
});

test('an API key that two identities share is shown', async () => {
  const place = await own(['SUP', 'MSS']);
  assert.deepEqual(await examined(place), []);
  const [, other] = (await place.profile()).identities;
  place.put(`secrets/${other!.dipId}-api-key`, readFileSync(path.join(place.dir, `secrets/${dipId}-api-key`), 'utf8'));
  assertOnly(await examined(place), 'DOCTOR_API_KEY_TWICE', new RegExp(`${dipId}, ${other!.dipId}`));
});

test('a certificate without its authorities is found', async () => {
  const root = await authority('root');
  const below = await authority('below', { by: root });
  const pair = await issued(below, { usages: ['client', 'server'] });
  const place = await own();
  putPair(place, 'transport', pair);
  assertOnly(await examined(place), 'DOCTOR_CHAIN_BROKEN', /issued by CN=below, whose certificate is not there/);
  putPair(place, 'transport', pair, below);
  assertOnly(await examined(place), 'DOCTOR_CHAIN_BROKEN', /issued by CN=root/);
  putPair(place, 'transport', pair, root);
  assertOnly(await examined(place), 'DOCTOR_CHAIN_BROKEN', /issued by/);
});

test('an authority that has expired breaks the chain', async () => {
  const place = await own();
  const root = await authority('root', { days: -0.5 });
  putPair(place, 'transport', await issued(root), root);
  assertOnly(await examined(place), 'DOCTOR_CHAIN_BROKEN', /CN=root expired on/);
});

test('a certificate, or an authority, that ends soon is shown', async () => {
  const place = await own();
  assert.deepEqual(await examined(place, { now: new Date(Date.now() + 75 * day) }), []);
  const found = await examined(place, { now: new Date(Date.now() + 80 * day) });
  assert.deepEqual(codes(found), ['DOCTOR_CERTIFICATE_ENDS_SOON', 'DOCTOR_CERTIFICATE_ENDS_SOON']);
  assert.match(found[0]!.text, /expires in 9 days, on 20/);
  const root = await authority('root', { days: 3 });
  const other = await own();
  putPair(other, 'transport', await issued(root), root);
  assertOnly(await examined(other), 'DOCTOR_CERTIFICATE_ENDS_SOON', /in 2 days/);
});

test('a transport certificate that is not for clients is refused, one not for servers is shown', async () => {
  const root = await authority('root');
  const place = await own();
  putPair(place, 'transport', await issued(root, { usages: ['server'] }), root);
  assertOnly(await examined(place), 'DOCTOR_PURPOSE_CLIENT', /5\.5\.7\.3\.1/);
  putPair(place, 'transport', await issued(root, { usages: ['client'] }), root);
  const found = await examined(place);
  assertOnly(found, 'DOCTOR_PURPOSE_SERVER', /5\.5\.7\.3\.2/);
  assert.equal(found[0]!.level, 'warning');
  putPair(place, 'transport', await issued(root), root);
  assert.deepEqual(await examined(place), []);
});

test('a signing certificate that is not RSA is refused, a short key is shown', async () => {
  const root = await authority('root');
  const place = await own();
  putPair(place, 'signing', await issued(root), root);
  assertOnly(await examined(place), 'DOCTOR_SIGNING_NOT_RSA', /kind ec/);
  putPair(place, 'signing', await issued(root, { rsaBits: 1024 }), root);
  assertOnly(await examined(place), 'DOCTOR_SIGNING_KEY_SHORT', /1024 bits/);
});

test('a signature that the DIP would refuse is found by making one; without the key, by the chain', async () => {
  const place = await own();
  putPair(place, 'signing', await issued(await authority('root'), { rsaBits: 2048 }));
  assertOnly(await examined(place), 'DOCTOR_SIGNATURE_FAILS', /certificate-untrusted \(issued by CN=root/);
  assertOnly(await examined(place, { change: withoutKeys }), 'DOCTOR_CHAIN_BROKEN', /signing.*CN=root/);
});
