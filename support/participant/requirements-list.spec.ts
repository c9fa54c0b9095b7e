import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { QualifyError } from '../errors';
import { ownRequirements, requirementsListSchema, usualColumns } from './requirements-list';

const folder = resolve('my-system');
const placeOf = () => 'participant.yaml:7';
const listOf = (given: object) =>
  ownRequirements({ requirements: requirementsListSchema.parse(given), folder, placeOf });

test('the file is relative to the profile, and columns have usual headings', () => {
  assert.deepEqual(listOf({ file: 'lists/own.xlsx', sheet: 'RTTM', columns: { testCase: 'QTC' } }), {
    ...{ file: join(folder, 'lists/own.xlsx'), sheet: 'RTTM' },
    columns: { ...usualColumns, testCase: 'QTC' },
  });
  assert.equal(listOf({ file: 'a/../..b.csv' })!.file, join(folder, '..b.csv'));
  assert.equal(ownRequirements({ folder, placeOf }), undefined);
});

test('a file outside the folder of the profile is refused, unless the user says so', () => {
  for (const file of ['../own.csv', 'a/../../own.csv', resolve('/etc/passwd')]) {
    assert.throws(
      () => listOf({ file }),
      (error) => error instanceof QualifyError && error.code === 'OWN_LIST_ESCAPES' && error.place === placeOf(),
    );
    assert.ok(listOf({ file, outside: true }));
  }
});

test('an unknown key is refused', () => {
  assert.equal(requirementsListSchema.safeParse({ file: 'a.csv', colums: {} }).success, false);
  assert.equal(requirementsListSchema.safeParse({ file: 'a.csv', columns: { grade: 'x' } }).success, false);
});
