import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { personalClasses } from '../catalogue';
import { QualifyError } from '../errors';
import { scratchFile } from '../testing';
import { effectiveProfile, loadProfile } from './load-profile';
import { redactionPolicySchema } from './redaction-policy';

function profile(redaction: string): string {
  const identity = "{ dipId: '1000000001', mpid: EXMP, role: SUP }";
  const own = `systemUnderTest: { name: Adapter }\nidentities: [${identity}]`;
  return scratchFile('profile.yaml', `schema: 1\nname: Example Energy\n${own}\nredaction: ${redaction}\n`);
}

const refused = (file: string) =>
  loadProfile(file).then(
    () => assert.fail('the profile was taken'),
    (error: unknown) => {
      assert.ok(error instanceof QualifyError);
      return error;
    },
  );

describe('the redaction of a profile', () => {
  it('is taken over into the effective profile, which the run keeps', async () => {
    const loaded = await loadProfile(profile('{ address: mask, mpan: pseudonymise }'));
    assert.deepEqual(loaded.redaction, { address: 'mask', mpan: 'pseudonymise' });
    assert.match(effectiveProfile(loaded), /redaction:\n {2}address: mask\n {2}mpan: pseudonymise/);
  });

  it('names every class of the catalogue', () => {
    assert.deepEqual(Object.keys(redactionPolicySchema.shape), [...personalClasses]);
  });

  it('refuses a class that is none, with the nearest one', async () => {
    const error = await refused(profile('{ adress: mask }'));
    assert.equal(error.code, 'PROFILE_KEY_UNKNOWN');
    assert.match(error.message, /"adress".*did you mean "address"/);
    assert.match(error.place!, /profile\.yaml:5/);
  });

  it('refuses a treatment that is none, with the nearest one', async () => {
    const error = await refused(profile('{ address: maks }'));
    assert.equal(error.code, 'PROFILE_VALUE_WRONG');
    assert.match(error.message, /redaction\.address: expected keep, mask, pseudonymise \(did you mean mask\?\)/);
  });
});
