import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { QualifyError } from '../../errors';
import { scratchDir } from '../../testing';
import { policyOf, stagePolicies } from './policy';

function folderWith(profile: string): string {
  const folder = scratchDir();
  writeFileSync(path.join(folder, 'profile.effective.yaml'), profile);
  return folder;
}

const refused = (problem: RegExp) => (error: unknown) =>
  error instanceof QualifyError && error.code === 'REDACTION_POLICY_UNREADABLE' && problem.test(error.message);

describe('the policy of a run', () => {
  it('is that of its stage where the profile says nothing, or is not there', async () => {
    assert.deepEqual(await policyOf(folderWith('name: Example\n'), 'SIT'), stagePolicies.SIT);
    assert.deepEqual(await policyOf(scratchDir(), 'UIT'), stagePolicies.UIT);
  });

  it('never keeps free text, and keeps test MPANs at every stage', () => {
    for (const policy of Object.values(stagePolicies))
      assert.deepEqual([policy.freeText, policy.mpan], ['mask', 'keep']);
    assert.equal(stagePolicies.PIT.address, 'keep');
    assert.equal(stagePolicies.UIT.meterIds, 'pseudonymise');
  });

  it('is changed by the profile class by class', async () => {
    const policy = await policyOf(folderWith('redaction: { address: keep, mpan: pseudonymise }\n'), 'SIT');
    assert.deepEqual(policy, { ...stagePolicies.SIT, address: 'keep', mpan: 'pseudonymise' });
  });

  it('is refused where a class or treatment is none, or the file is no YAML', async () => {
    await assert.rejects(policyOf(folderWith('redaction: { adress: mask }\n'), 'SIT'), refused(/adress|key/));
    await assert.rejects(policyOf(folderWith('redaction: { address: hide }\n'), 'SIT'), refused(/redaction\.address/));
    await assert.rejects(policyOf(folderWith('redaction: ['), 'SIT'), refused(/not YAML/));
    await assert.rejects(policyOf(folderWith(`#${'x'.repeat(1024 * 1024)}`), 'SIT'), refused(/larger than 1 MB/));
  });
});
