import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCertificateStore } from './certificate-store';
import { loadIdentity } from './identity';
import { coded, scratchDir } from './wire.fixture';

const day = 24 * 60 * 60 * 1000;
const shared = join(scratchDir(), 'state', 'certificates');
const inDays = (days: number) => () => new Date(Date.now() + days * day);

test('an identity is made once, under the authority, and read again', async () => {
  const store = await openCertificateStore(shared);
  const [first, again] = await Promise.all([store.identity('hub'), store.identity('hub')]);
  assert.deepEqual(again, first);
  const reopened = await openCertificateStore(shared);
  assert.equal(reopened.ca, store.ca);
  assert.deepEqual(await reopened.identity('hub'), first);

  const ca = new X509Certificate(store.ca);
  const transport = new X509Certificate(first.transport.certificate);
  assert.equal(transport.subject, 'CN=hub');
  assert.equal(transport.publicKey.asymmetricKeyDetails?.namedCurve, 'prime256v1');
  assert.equal(transport.checkIP('127.0.0.1'), '127.0.0.1');
  assert.equal(transport.checkHost('localhost'), 'localhost');
  const signing = new X509Certificate(first.signing.certificate);
  assert.equal(signing.subject, 'CN=hub');
  assert.equal(signing.publicKey.asymmetricKeyDetails?.modulusLength, 2048);
  for (const certificate of [transport, signing]) {
    assert.equal(certificate.ca, false);
    assert.ok(certificate.checkIssued(ca) && certificate.verify(ca.publicKey));
  }
});

test('an expired certificate is of the authority, expired yesterday, and is not kept', async () => {
  const dir = scratchDir();
  const store = await openCertificateStore(dir);
  const expired = new X509Certificate((await store.expired('hub')).certificate);
  const ca = new X509Certificate(store.ca);
  assert.ok(expired.checkIssued(ca) && expired.verify(ca.publicKey));
  const ago = Date.now() - Date.parse(expired.validTo);
  assert.ok(ago > 0.9 * day && ago < 1.1 * day, expired.validTo);
  assert.equal(readdirSync(dir, { recursive: true }).filter((name) => String(name).includes('hub')).length, 0);
});

test('every file is for its owner only', async () => {
  await (await openCertificateStore(shared)).identity('hub');
  const entries = readdirSync(shared, { recursive: true, withFileTypes: true });
  assert.equal(entries.filter((entry) => entry.isFile()).length, 6);
  assert.equal(statSync(shared).mode & 0o777, 0o700);
  for (const entry of entries) {
    const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777;
    assert.equal(mode, entry.isDirectory() ? 0o700 : 0o600, entry.name);
  }
});

test('an identity with less than a week left is renewed under the same authority', async () => {
  const dir = scratchDir();
  const first = await (await openCertificateStore(dir)).identity('hub');
  const kept = await (await openCertificateStore(dir, inDays(82))).identity('hub');
  assert.deepEqual(kept, first);
  const renewed = await (await openCertificateStore(dir, inDays(84))).identity('hub');
  assert.equal(renewed.ca, first.ca);
  assert.notEqual(renewed.transport.fingerprint, first.transport.fingerprint);
  assert.notEqual(renewed.signing.fingerprint, first.signing.fingerprint);
});

test('a renewed authority issues everything anew, and always outlives what it signed', async () => {
  const dir = scratchDir();
  const first = await openCertificateStore(dir);
  const before = await first.identity('hub');
  const last = await openCertificateStore(dir, inDays(730 - 98));
  assert.equal(last.ca, first.ca);
  const end = (pem: string) => new Date(new X509Certificate(pem).validTo);
  assert.ok(end((await last.identity('hub')).transport.certificate) < end(last.ca));
  const next = await openCertificateStore(dir, inDays(730 - 96));
  assert.notEqual(next.ca, first.ca);
  const after = await next.identity('hub');
  assert.equal(after.ca, next.ca);
  assert.notEqual(after.signing.fingerprint, before.signing.fingerprint);
});

test('files that are gone or spoilt are made again', async () => {
  const dir = scratchDir();
  const store = await openCertificateStore(dir);
  const first = await store.identity('hub');
  const folder = join(dir, 'authority.1', 'hub.1');
  writeFileSync(join(folder, 'signing-key.pem'), 'spoilt');
  const second = await store.identity('hub');
  assert.notEqual(second.signing.fingerprint, first.signing.fingerprint);
  rmSync(join(dir, 'authority.1', 'authority-key.pem'));
  assert.notEqual((await openCertificateStore(dir)).ca, store.ca);
});

test('what the store wrote can be given as files', async () => {
  const identity = await (await openCertificateStore(shared)).identity('hub');
  const file = (name: string) => join(shared, 'authority.1', 'hub.1', name);
  const loaded = loadIdentity(
    {
      transport: { certificate: file('transport-certificate.pem'), key: file('transport-key.pem') },
      signing: { certificate: file('signing-certificate.pem'), key: file('signing-key.pem') },
    },
    identity.ca,
  );
  assert.deepEqual(loaded, identity);
});

test('a name is a folder of its own whatever stands in it', async () => {
  const dir = scratchDir();
  const store = await openCertificateStore(dir);
  const odd = await store.identity('../SUP (outgoing)');
  assert.equal(new X509Certificate(odd.signing.certificate).subject, 'CN=../SUP (outgoing)');
  assert.deepEqual(readdirSync(dir), ['authority.1']);
  await assert.rejects(store.identity(''), coded('WIRE_IDENTITY_NAME'));
  await assert.rejects(store.identity('x'.repeat(65)), coded('WIRE_IDENTITY_NAME'));
});

test('a folder that cannot be used is an error of the environment', async () => {
  const dir = scratchDir();
  writeFileSync(join(dir, 'file'), '');
  await assert.rejects(openCertificateStore(join(dir, 'file')), coded('WIRE_STORE_UNUSABLE'));
  mkdirSync(join(dir, 'store'));
  writeFileSync(join(dir, 'store', 'authority.1'), '');
  await assert.rejects(openCertificateStore(join(dir, 'store')), coded('WIRE_STORE_UNUSABLE'));
});
