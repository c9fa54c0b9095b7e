import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { roles } from '../catalogue';
import { QualifyError } from '../errors';
import { initParticipant } from './init';
import { loadProfile } from './load-profile';
import { resolveIdentity } from './resolve-identity';
import { issuedSecret } from './secrets';

const folder = mkdtempSync(path.join(tmpdir(), 'identity-'));
const stateDir = path.join(folder, 'state');
const own = path.join(folder, 'own');
const profileFile = path.join(own, 'participant.yaml');
let original = '';
after(() => rmSync(folder, { recursive: true }));
before(async () => {
  await initParticipant({ roles: ['SUP', 'MSS'], dir: own, stateDir });
  original = readFileSync(profileFile, 'utf8');
});

/** Resolves the first identity of the profile that init wrote, after a change to its text. */
async function resolve(change: (text: string) => string, now?: Date) {
  writeFileSync(profileFile, change(original));
  const profile = await loadProfile(profileFile);
  return resolveIdentity(profile, profile.identities[0]!, { stateDir, ...(now ? { now } : {}) });
}

async function refusal(change: (text: string) => string, now?: Date): Promise<QualifyError> {
  const error = await resolve(change, now).then(
    () => assert.fail('accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof QualifyError, String(error));
  return error;
}

describe('initParticipant', () => {
  it('writes a profile that loads and whose identities resolve with their keys', async () => {
    const found = await resolve((text) => text);
    assert.ok(found.identity);
    assert.equal(found.signingFingerprints[0], found.identity.signing.fingerprint);
    assert.notEqual(found.signingFingerprints[0], found.transportFingerprints[0]);
    assert.ok(found.apiKey.length > 30);
    assert.ok(found.trust.length >= 2);
  });

  it('writes a profile that loads for every role', async () => {
    const dir = path.join(folder, 'every');
    await initParticipant({ roles: Object.keys(roles), dir, stateDir });
    assert.equal((await loadProfile(path.join(dir, 'participant.yaml'))).identities.length, Object.keys(roles).length);
    const alone = path.join(folder, 'alone');
    await initParticipant({ roles: ['VAS'], dir: alone, stateDir });
    assert.deepEqual((await loadProfile(path.join(alone, 'participant.yaml'))).triggers.acts, {});
  });

  it('keeps keys to the owner', () => {
    for (const file of ['certificates/1100000001-signing-key.pem', 'secrets/1100000001-api-key']) {
      assert.equal(statSync(path.join(own, file)).mode & 0o077, 0, file);
    }
  });

  it('never overwrites', async () => {
    await assert.rejects(initParticipant({ roles: ['SUP'], dir: own, stateDir }), { code: 'PROFILE_EXISTS' });
  });

  it('says what to configure, with the webhooks of the role', async () => {
    const { text, files } = await initParticipant({ roles: ['SUP'], dir: path.join(folder, 'second'), stateDir });
    assert.match(text, /webhooks called for +IF-001, IF-002,.*IF-035/);
    assert.ok(files.every((file) => statSync(file).isFile()));
  });

  it('refuses a role that is none, with the nearest', async () => {
    await assert.rejects(initParticipant({ roles: ['MMS'], dir: path.join(folder, 'third'), stateDir }), {
      code: 'PROFILE_ROLE_UNKNOWN',
      message: /did you mean "M[A-Z]S"/,
    });
  });
});

describe('resolveIdentity', () => {
  it('works without keys, but then cannot act in the name of the identity', async () => {
    const found = await resolve((text) => text.replace(/, key: [^ }]+/g, ''));
    assert.equal(found.identity, undefined);
    assert.equal(found.signingFingerprints.length, 1);
  });

  it('issues certificates and an API key that stay the same', async () => {
    const issued = (text: string) =>
      text.replace(/certificates:\n.*\n.*\n/, 'certificates: issued\n').replace(/apiKey: \{.*\}.*/, 'apiKey: issued');
    const [first, second] = [await resolve(issued), await resolve(issued)];
    assert.deepEqual(first, second);
    assert.ok(first.identity);
  });

  it('refuses an expired certificate and one that is not valid yet', async () => {
    const late = await refusal((text) => text, new Date('2126-01-01'));
    assert.equal(late.code, 'PROFILE_CERTIFICATE_EXPIRED');
    assert.match(late.place!, /^participant\.yaml:\d+$/);
    assert.equal((await refusal((text) => text, new Date('2001-01-01'))).code, 'PROFILE_CERTIFICATE_NOT_YET_VALID');
  });

  const wrong: [string, (text: string) => string, string, RegExp][] = [
    [
      'a missing certificate',
      (t) => t.replace('1100000001-signing.pem', 'none.pem'),
      'PROFILE_FILE_MISSING',
      /signing\.certificate.*none\.pem/,
    ],
    [
      'a missing key',
      (t) => t.replace('1100000001-signing-key.pem', 'none.pem'),
      'PROFILE_KEY_FILE_MISSING',
      /signing\.key.*none\.pem/,
    ],
    [
      'a key as certificate',
      (t) => t.replace('1100000001-signing.pem', '1100000001-signing-key.pem'),
      'PROFILE_CERTIFICATE_UNREADABLE',
      /signing/,
    ],
    [
      'the key of another certificate',
      (t) => t.replace('1100000001-signing-key.pem', '1100000001-transport-key.pem'),
      'PROFILE_KEY_MISMATCH',
      /signing\.key/,
    ],
    [
      'an environment variable that is not set',
      (t) => t.replace(/apiKey: \{.*\}/, 'apiKey: { env: QUALIFY_TEST_UNSET }'),
      'PROFILE_SECRET_MISSING',
      /QUALIFY_TEST_UNSET/,
    ],
    [
      'a missing API key file',
      (t) => t.replace('secrets/1100000001-api-key', 'secrets/none'),
      'PROFILE_FILE_MISSING',
      /apiKey\.file/,
    ],
  ];
  for (const [name, change, code, says] of wrong) {
    it(`refuses ${name}`, async () => {
      const error = await refusal(change);
      assert.equal(error.code, code, error.message);
      assert.match(error.message, says);
      assert.match(error.place!, /^participant\.yaml:\d+$/);
    });
  }
});

describe('issuedSecret', () => {
  it('gives two that ask at once the same, in an owner-only file', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => issuedSecret(stateDir, 'shared')));
    assert.equal(new Set(made).size, 1);
    assert.equal(statSync(path.join(stateDir, 'secrets', 'shared')).mode & 0o077, 0);
  });
});
