import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { QualifyError } from '../errors';
import { Identity, IdentityFiles, loadIdentity } from './identity';
import { certificateFingerprint } from './pem';
import { writePrivate } from './private-file';
import { identities, scratchDir } from './wire.fixture';

async function put(identity: Identity): Promise<IdentityFiles> {
  const dir = scratchDir();
  const write = async (name: string, text: string) => {
    await writePrivate(join(dir, name), text);
    return join(dir, name);
  };
  const pair = async (use: 'transport' | 'signing') => ({
    certificate: await write(`${use}.pem`, identity[use].certificate),
    key: await write(`${use}.key`, identity[use].key),
  });
  return { transport: await pair('transport'), signing: await pair('signing') };
}

function refused(code: string, place: string | undefined, work: () => unknown): void {
  assert.throws(work, (error) => {
    assert.ok(error instanceof QualifyError);
    assert.deepEqual([error.code, error.kind, error.place], [code, 'configuration', place]);
    return true;
  });
}

test('an identity is read from its four files', async () => {
  const { supplier } = await identities();
  const loaded = loadIdentity(await put(supplier), supplier.ca);
  assert.deepEqual(loaded, supplier);
  assert.equal(certificateFingerprint(loaded.signing.certificate), loaded.signing.fingerprint);
  assert.match(loaded.transport.fingerprint, /^[0-9a-f]{64}$/);
});

test('what is wrong with a file is told with its path', async () => {
  const { supplier, dip, expired } = await identities();
  const good = await put(supplier);
  const other = await put(dip);
  const old = await put(expired);
  const load = (files: IdentityFiles, ca = supplier.ca) => loadIdentity(files, ca);
  const transport = (pair: Partial<IdentityFiles['transport']>) =>
    load({ ...good, transport: { ...good.transport, ...pair } });
  const absent = join(scratchDir(), 'absent.pem');

  refused('WIRE_FILE_MISSING', absent, () => transport({ certificate: absent }));
  refused('WIRE_FILE_MISSING', absent, () => transport({ key: absent }));
  refused('WIRE_CERTIFICATE_UNREADABLE', good.transport.key, () => transport({ certificate: good.transport.key }));
  refused('WIRE_KEY_UNREADABLE', good.transport.certificate, () => transport({ key: good.transport.certificate }));
  refused('WIRE_KEY_MISMATCH', other.transport.key, () => transport({ key: other.transport.key }));
  refused('WIRE_CERTIFICATE_EXPIRED', old.transport.certificate, () => load(old, expired.ca));
  refused('WIRE_SIGNING_KEY_NOT_RSA', good.transport.key, () => load({ ...good, signing: good.transport }));
  refused('WIRE_TRUST_EMPTY', undefined, () => load(good, 'nothing'));
  const early = new Date(Date.now() - 24 * 60 * 60 * 1000);
  refused('WIRE_CERTIFICATE_NOT_YET_VALID', good.transport.certificate, () => loadIdentity(good, supplier.ca, early));
});
