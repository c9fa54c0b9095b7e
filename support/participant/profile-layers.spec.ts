import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { parse } from 'yaml';
import { QualifyError } from '../errors';
import { acts } from '../market';
import { effectiveProfile, loadProfile } from './load-profile';
import type { Profile } from './profile';
import { createTriggers } from './triggers';

const folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
after(() => rmSync(folder, { recursive: true }));

const good = `schema: 1
name: Example Energy
systemUnderTest: { name: Adapter }
identities:
  - dipId: '1000000001'
    mpid: EXMP
    role: SUP
triggers:
  acts:
    appointDataService: { manual: press the button }
    dayArrives: automatic
`;

function write(text: string, name = 'case.yaml'): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function refusal(file: string): Promise<QualifyError> {
  const error = await loadProfile(file).then(
    () => assert.fail('the profile was accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof QualifyError, String(error));
  return error;
}

describe('extends', () => {
  it('merges key by key and replaces lists', async () => {
    write(good, 'base.yaml');
    const profile = await loadProfile(
      write(`extends: base.yaml
identities: [{ dipId: '1000000009', mpid: EXMZ, role: MSS }]
triggers: { acts: { appointDataService: automatic } }
`),
    );
    assert.equal(profile.name, 'Example Energy');
    assert.deepEqual(
      profile.identities.map(({ role }) => role),
      ['MSS'],
    );
    assert.equal(profile.triggers.acts.appointDataService, 'automatic');
    assert.equal(profile.triggers.acts.dayArrives, 'automatic');
    assert.equal(profile.extends, undefined);
  });

  it('places a problem in the file where it stands', async () => {
    write(good.replace('role: SUP', 'role: SUPP'), 'bad-base.yaml');
    assert.equal((await refusal(write('extends: bad-base.yaml\nname: Other\n'))).place, 'bad-base.yaml:7');
  });

  it('refuses a base outside the folder, an absolute one, one through a link, a missing one and a circle', async () => {
    write(good, 'outside.yaml');
    symlinkSync(path.join(folder, 'outside.yaml'), path.join(mkdirIn('inner'), 'link.yaml'));
    const cases: [string, string][] = [
      ['../outside.yaml', 'PROFILE_EXTENDS_OUTSIDE'],
      ['sub/../../outside.yaml', 'PROFILE_EXTENDS_OUTSIDE'],
      [path.join(folder, 'inner', 'child.yaml'), 'PROFILE_EXTENDS_OUTSIDE'],
      ['link.yaml', 'PROFILE_EXTENDS_OUTSIDE'],
      ['none.yaml', 'PROFILE_FILE_MISSING'],
      ['child.yaml', 'PROFILE_EXTENDS_CIRCLE'],
    ];
    for (const [base, code] of cases) {
      const error = await refusal(write(`name: Child\nextends: ${base}\n`, 'inner/child.yaml'));
      assert.equal(error.code, code, base);
      assert.equal(error.place, 'child.yaml:2');
    }
  });
});

const actsWithoutApi = (profile: Pick<Profile, 'triggers'>): string[] =>
  Object.keys(acts).filter((act) => createTriggers({ profile }).kindOf(act) !== 'api');

describe('the bundled profile', () => {
  const file = path.resolve(__dirname, '../../fixtures/participants/reference.yaml');

  it('loads, and every act has an API', async () => {
    const profile = await loadProfile(file);
    assert.equal(profile.bundled, true);
    assert.deepEqual(actsWithoutApi(profile), []);
    const { '*': every, ...others } = profile.triggers.acts;
    assert.ok(every);
    const less = { ...profile, triggers: { acts: { ...others, dayArrives: 'automatic' as const } } };
    const without = Object.keys(acts).filter((act) => !Object.hasOwn(others, act) || act === 'dayArrives');
    assert.deepEqual(actsWithoutApi(less), without);
  });

  it('is shown with all that was filled in and no functions or paths', async () => {
    const shown = parse(effectiveProfile(await loadProfile(file))) as Record<string, unknown>;
    assert.equal((shown.identities as { apiKey: string }[])[0]?.apiKey, 'issued');
    assert.deepEqual(
      Object.keys(shown).filter((key) => ['file', 'folder', 'placeOf'].includes(key)),
      [],
    );
  });
});

function mkdirIn(name: string): string {
  mkdirSync(path.join(folder, name), { recursive: true });
  return path.join(folder, name);
}
