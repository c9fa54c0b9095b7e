import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Profile, ProfileIdentity } from '../participant';
import { chooseIdentities, withChosen } from './identities';

const identity = (role: string, dipId: string) => ({ role, dipId }) as ProfileIdentity;
const several = [
  identity('SUP', '3000000001'),
  identity('SUP', '3000000002'),
  identity('SUP', '3000000003'),
  identity('MSS', '3000000021'),
];
const choose = (roles: string[], dipIds: string[], identities = several, bundled = false) => {
  const { roles: held, ...rest } = chooseIdentities(
    { identities, bundled, file: 'own.yaml' },
    { roles: roles as never, dipIds },
  );
  return [held, rest.identities.map(({ dipId }) => dipId)];
};

test('who holds each role once need not be named', () => {
  assert.deepEqual(choose(['MSS'], []), [['MSS'], ['3000000021']]);
  assert.deepEqual(choose([], [], several.slice(2)), [
    ['SUP', 'MSS'],
    ['3000000003', '3000000021'],
  ]);
});

test('of several identities in one role it must be said which', () => {
  for (const roles of [[], ['SUP']]) {
    assert.throws(() => choose(roles, []), {
      code: 'IDENTITY_AMBIGUOUS',
      kind: 'configuration',
      message: /3000000001, 3000000002, 3000000003/,
      fix: /--dip-id/,
    });
  }
});

test('a DIP ID alone says role and identity; several fill positions in the order in which they are named', () => {
  assert.deepEqual(choose([], ['3000000002']), [['SUP'], ['3000000002']]);
  assert.deepEqual(choose(['SUP', 'MSS'], ['3000000003', '3000000001', '3000000003']), [
    ['SUP', 'MSS'],
    ['3000000003', '3000000001', '3000000021'],
  ]);
});

test('a DIP ID that is not held, or in another role, is refused with those that are', () => {
  for (const [roles, dipId] of [
    [[], '3000000009'],
    [['SUP'], '3000000021'],
  ] as const) {
    assert.throws(() => choose([...roles], [dipId]), { code: 'DIP_ID_NOT_HELD', fix: /MSS 3000000021/ });
  }
});

test('the bundled participant shows its supplier, a bundled one without a supplier all that it holds', () => {
  assert.deepEqual(choose([], [], several.slice(2), true), [['SUP'], ['3000000003']]);
  assert.deepEqual(choose([], [], several.slice(3), true), [['MSS'], ['3000000021']]);
});

test('the name of the participant tells who was chosen among several, and nothing where there was no choice', () => {
  const profile = { name: 'Own', identities: several } as Profile;
  const named = (...own: ProfileIdentity[]) => withChosen(profile, { roles: [], identities: own }).name;
  assert.equal(named(several[1]!, several[3]!), 'Own, SUP 3000000002');
  assert.equal(named(several[3]!), 'Own');
});
