import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposalOfRows, propose, type Proposal } from './proposal';
import { sceneWith } from './scene.fixture';
import type { Scene } from './scene';

const ssd = '2027-06-22';

test('the rows of a proposal mean what differs from the usual', () => {
  const rows = { service: 'MSA (proposed)', scenario: 'COS', from: '19 days after the SSD', switch: 'pending' };
  assert.deepEqual(proposalOfRows(rows, ssd), { service: 'MSA (proposed)', scenario: 'COS', from: '2027-07-11' });
  assert.deepEqual(proposalOfRows({ from: 'the SSD' }, ssd), { from: ssd });
  assert.deepEqual(proposalOfRows({ from: '10 days ahead' }, undefined), { from: '10 days ahead' });
});

test('an SSD where no switch is pending, and a row without a meaning, are refused', () => {
  for (const [key, value] of [
    ['from', 'the SSD'],
    ['from', '3 days after the SSD'],
    ['from', 'soon'],
    ['colour', 'red'],
  ] as const) {
    assert.throws(() => proposalOfRows({ [key]: value }, undefined), { code: 'STEP_WORDS_UNKNOWN' });
  }
});

/** Proposes from a named day, and says what the scenario remembers of it. */
async function proposed(proposal: Proposal) {
  const { scene, of } = sceneWith([]);
  Object.assign(scene, { identity: () => ({ dipId: '2000000021', mpid: 'META' }) } satisfies Partial<Scene>);
  await propose(scene, of, 'supplier', 'Metering', { service: 'register', from: '2027-02-10', ...proposal });
  return { from: of.from, begins: [...of.begins.values()] };
}

test('an appointment begins on the day proposed; other terms of a standing one do not begin it anew', async () => {
  assert.deepEqual(await proposed({ scenario: 'CSP' }), { from: '2027-02-10', begins: ['2027-02-10'] });
  assert.deepEqual(await proposed({ scenario: 'USP' }), { from: '2027-02-10', begins: [] });
  await assert.rejects(proposed({ from: 'soon' }), { code: 'STEP_WORDS_UNKNOWN' });
});
