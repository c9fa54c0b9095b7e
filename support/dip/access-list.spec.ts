import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccessList } from './access-list';
import type { DipAccess } from './types';

const entry = (dipId: string, more: Partial<DipAccess> = {}): DipAccess => ({
  ...{ dipId, signingFingerprints: [`s${dipId}`], transportFingerprints: [`t${dipId}`], apiKeySha256: `k${dipId}` },
  ...more,
});

test('several DIP IDs share one certificate: it speaks for all and is owned by none alone', () => {
  const shared = { signingFingerprints: ['shared'], transportFingerprints: ['shared', 'shared'] };
  const access = createAccessList([entry('1', shared), entry('2', shared), entry('3')]);
  assert.deepEqual(access.signsFor('shared'), ['1', '2']);
  assert.deepEqual(access.ownersOf('shared'), ['1', '2']);
  assert.equal(access.ownerOf('shared'), undefined);
  assert.equal(access.ownerOf('t3'), '3');
  assert.deepEqual([access.connectsAs('shared', '1'), access.connectsAs('shared', '3')], [true, false]);
  assert.deepEqual([access.byKey('K1')?.dipId, access.byKey('k2')?.dipId, access.byKey('k9')], ['1', '2', undefined]);
});

test('a connection provider signs and connects for those who nominated it, not the other way round', () => {
  const access = createAccessList([entry('1', { connectionProvider: '9' }), entry('2'), entry('9')]);
  assert.deepEqual(
    [access.actsFor('9', '1'), access.actsFor('1', '9'), access.actsFor('9', '2')],
    [true, false, false],
  );
  assert.deepEqual(access.signsFor('s9'), ['1', '9']);
  assert.deepEqual(access.signsFor('s1'), ['1']);
  assert.deepEqual(
    [access.connectsAs('t9', '1'), access.connectsAs('t9', '2'), access.connectsAs('t1', '9')],
    [true, false, false],
  );
});

test('what is bound to somebody is known, in any case of letters', () => {
  const access = createAccessList([entry('1', { transportFingerprints: ['AB'], signingFingerprints: ['CD'] })]);
  assert.deepEqual([access.knows('ab'), access.knows('cd'), access.knows('')], [true, false, false]);
  assert.deepEqual([[...access.fingerprints.transport], [...access.fingerprints.signing]], [['ab'], ['cd']]);
  assert.deepEqual(access.signsFor('cd'), ['1']);
});
