import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allPositions, canonicalPosition, positionOfTag, positionsOf, roleOfPosition } from '.';

test('suppliers and services have sides, others none', () => {
  assert.deepEqual(positionsOf('SUP'), ['SUP (incoming)', 'SUP (outgoing)', 'SUP (other)']);
  for (const role of ['MSS', 'MSA', 'UMSO', 'SDS', 'ADS', 'UMSDS', 'MDR'] as const) {
    assert.deepEqual(positionsOf(role), [`${role} (proposed)`, `${role} (incumbent)`, `${role} (another)`]);
  }
  for (const role of ['REGS', 'LDSO', 'MDS', 'EES'] as const) assert.deepEqual(positionsOf(role), [role]);
  assert.equal(new Set(allPositions).size, allPositions.length);
});

test('the outgoing service is the incumbent one; the outgoing supplier stays what it is', () => {
  assert.equal(canonicalPosition('MSS (outgoing)'), 'MSS (incumbent)');
  assert.equal(canonicalPosition('ADS (outgoing)'), 'ADS (incumbent)');
  assert.equal(canonicalPosition('SUP (outgoing)'), 'SUP (outgoing)');
  assert.equal(canonicalPosition('  SUP   (incoming) '), 'SUP (incoming)');
});

test('a role without a side stands for its usual one', () => {
  assert.deepEqual(['SUP', 'MSS', 'MDR', 'REGS'].map(canonicalPosition), [
    'SUP (incoming)',
    'MSS (proposed)',
    'MDR (proposed)',
    'REGS',
  ]);
});

test('a side that the role has not and an unknown role are no position', () => {
  for (const text of ['REGS (incoming)', 'SUP (proposed)', 'MSS (incoming)', 'SUPP (incoming)', '']) {
    assert.equal(canonicalPosition(text), undefined, text);
  }
});

test('every position tells its role', () => {
  for (const position of allPositions) assert.ok(positionsOf(roleOfPosition(position)!).includes(position), position);
  assert.equal(roleOfPosition('Larch Energy (incoming)'), undefined);
});

test('a tag proves the first position of its role unless it names a side', () => {
  const proved = ['SUP', 'SUP:outgoing', 'MSS', 'MSS:incumbent', 'MSS:outgoing', 'SDS:another', 'REGS'];
  assert.deepEqual(
    proved.map((role) => positionOfTag(`@role:${role}`)),
    [
      'SUP (incoming)',
      'SUP (outgoing)',
      'MSS (proposed)',
      'MSS (incumbent)',
      'MSS (incumbent)',
      'SDS (another)',
      'REGS',
    ],
  );
  for (const tag of ['@role:SUPP', '@role:SUP:proposed', '@role:REGS:incoming', '@role:']) {
    assert.equal(positionOfTag(tag), undefined, tag);
  }
});
