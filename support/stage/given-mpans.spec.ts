import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenMpan, givenMpans } from '.';

const smart = { segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E' };
const exported = { ...smart, energyDirection: 'E' };

test('an MPAN that is given has a kind and a supplier', () => {
  assert.deepEqual(givenMpan('MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier'), {
    label: 'A',
    kind: smart,
    supplier: 'Outgoing Supplier',
  });
});

test('a new connection has no supplier yet', () => {
  assert.deepEqual(givenMpan('MPAN "A" is a new connection, Smart, import and energised'), {
    label: 'A',
    kind: { ...smart, registration: 'new' },
  });
});

test('of a pair the one that is named is the principal, and its supplier holds both', () => {
  const steps = [
    'MPAN "A" is Smart, import and energised, registered to the Supplier',
    'MPAN "B" is Smart, export and energised, linked to MPAN "A"',
    'MPAN "C" is Smart, import and energised, registered to the Supplier',
  ];
  assert.deepEqual(givenMpans(steps), [
    { label: 'A', kind: { ...smart, pair: 'linked', part: 'principal' }, supplier: 'Supplier' },
    { label: 'B', kind: { ...exported, pair: 'linked', part: 'dependent' }, supplier: 'Supplier', partnerOf: 'A' },
    { label: 'C', kind: smart, supplier: 'Supplier' },
  ]);
});

test('the dependent one may have another supplier', () => {
  const one = givenMpan(
    'MPAN "B" is Traditional, import and energised, related to MPAN "A", registered to the Other Supplier',
  );
  assert.deepEqual([one?.partnerOf, one?.supplier, one?.kind.pair], ['A', 'Other Supplier', 'related']);
});

test('other steps give nothing; words that are no kind are refused', () => {
  for (const step of ['MPAN "A" is gone', 'the SSD of MPAN "A" arrives', 'CSS secures the switch of MPAN "A"']) {
    assert.equal(givenMpan(step), undefined, step);
  }
  assert.throws(() => givenMpan('MPAN "B" is Smart, tied to MPAN "A", registered to the Supplier'), {
    code: 'STEP_WORDS_UNKNOWN',
  });
});
