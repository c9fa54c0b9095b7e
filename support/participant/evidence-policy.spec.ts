import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { scratchFile } from '../testing';
import { grades } from '../verdict';
import { proofGrades } from './evidence-policy';
import { effectiveProfile, loadProfile } from '.';

const profile = (evidence: string) => `schema: 1
name: Supplier of the test
systemUnderTest: { name: Test system }
identities: [{ dipId: '1100000001', mpid: TEST, role: SUP }]
evidence: ${evidence}
`;

const load = (evidence: string) => loadProfile(scratchFile('participant.yaml', profile(evidence)));

test('the grades of a profile are those of the verdicts', () => assert.deepEqual(proofGrades, grades));

test('what a submission needs stands in the profile as it is kept with a run, defaults filled in', async () => {
  const { evidence } = parse(
    effectiveProfile(await load('{ minimumGrade: { default: attested, MQ-BP001-010: effect read back } }')),
  ) as {
    evidence: unknown;
  };
  assert.deepEqual(evidence, {
    required: 'all',
    minimumGrade: { default: 'attested', 'MQ-BP001-010': 'effect read back' },
    secondPerson: false,
  });
});

test('a grade that there is not, an unknown key and an empty list are told with their place', async () => {
  const wrong = {
    '{ minimumGrade: seen }': /expected effect read back/,
    '{ minimumGrade: { default: seen } }': /expected effect read back/,
    '{ required: [] }': /at least one/,
    '{ second: true }': /second/,
  };
  for (const [text, expected] of Object.entries(wrong)) {
    await assert.rejects(load(text), (error: Error & { place?: string }) => {
      assert.match(error.message, expected, text);
      assert.match(error.place ?? '', /participant\.yaml:5$/);
      return true;
    });
  }
  assert.equal(path.basename((await load('{ secondPerson: true }')).file), 'participant.yaml');
});
