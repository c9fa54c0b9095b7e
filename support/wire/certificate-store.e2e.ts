import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { scratchDir } from './wire.fixture';

const program = `
const { openCertificateStore } = require(process.argv[1]);
openCertificateStore(process.argv[2])
  .then((store) => Promise.all(['hub', 'dip'].map((name) => store.identity(name))))
  .then((identities) => process.stdout.write(JSON.stringify(identities)));
`;

test('processes that open one folder at once agree on everything in it', async () => {
  const dir = join(scratchDir(), 'certificates');
  const args = ['-r', 'ts-node/register', '-e', program, join(__dirname, 'index'), dir];
  const start = () => promisify(execFile)(process.execPath, args, { cwd: join(__dirname, '..', '..') });
  const [first, ...others] = (await Promise.all([start(), start(), start()])).map(({ stdout }) => stdout);
  for (const other of others) assert.equal(other, first);

  const identities = JSON.parse(first!) as { ca: string; signing: { certificate: string } }[];
  assert.equal(identities.length, 2);
  for (const { ca, signing } of identities) {
    assert.ok(new X509Certificate(signing.certificate).verify(new X509Certificate(ca).publicKey));
  }
  assert.deepEqual(readdirSync(dir), ['authority.1']);
  const kept = readdirSync(join(dir, 'authority.1')).sort();
  assert.deepEqual(kept, ['authority-certificate.pem', 'authority-key.pem', 'dip.1', 'hub.1']);
});
