import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPool } from '../stage';
import { scratchFile } from '../testing';
import { assertOnly, environment, scenario } from './doctor.fixture';
import { mpansNeeded } from './mpans';
import { poolFindings } from './pool';

const given = (kind: string, label = 'A') => `MPAN "${label}" is ${kind}, registered to the Outgoing Supplier`;
const smart = scenario('one', [given('Smart, import and energised')]);
const two = scenario('two', [given('Smart, import and energised'), given('Advanced, import and energised', 'B')]);
const unsaid = scenario('unsaid', ['MPAN "A" has an owner', 'it is MPAN "A" again']);

const range = (first: string, count: number, segment = 'S', meterKind = 'smart') =>
  `  - { first: '${first}', count: ${count}, segment: ${segment}, meterKind: ${meterKind}, energyDirection: I, energisation: E, gspGroup: _A }\n`;
const pool = (...ranges: string[]) => loadPool(scratchFile('pool.yaml', `schema: 1\nranges:\n${ranges.join('')}`));

test('the bundled pool has enough of every kind that it declares', async () => {
  const { pool: file } = await environment();
  assert.deepEqual(poolFindings(await loadPool(file), [smart, two, unsaid], file), []);
});

test('a pool that is too small is found, by kind', async () => {
  const found = poolFindings(
    await pool(range('990000000000', 1), range('990000100000', 9, 'A', 'advanced')),
    [smart, two],
    'pool.yaml',
  );
  assertOnly(found, 'DOCTOR_POOL_SHORT', /segment S, smart, import, energised": the pool has 1.* need 2/);
});

test('a kind that the pool lacks is found', async () => {
  assertOnly(
    poolFindings(await pool(range('990000000000', 9)), [two], 'pool.yaml'),
    'DOCTOR_POOL_SHORT',
    /advanced.* has 0, .* need 1/,
  );
});

test('MPANs are counted by label and kind; where the words do not say it any kind will do', async () => {
  const needs = mpansNeeded([smart, two, unsaid], await pool(range('990000000000', 3)));
  assert.deepEqual(
    needs.map(({ kind, needed, there, missing, scenarios }) => [kind, needed, there, missing, scenarios]),
    [
      ['segment S, smart, import, energised', 2, 3, 0, ['one', 'two']],
      ['segment A, advanced, import, energised', 1, 0, 1, ['two']],
      ['of any kind', 1, 3, 0, ['unsaid']],
    ],
  );
});

test('a range that counts beyond twelve digits is found', async () => {
  const found = poolFindings(await pool(range('999999999999', 2)), [smart], 'pool.yaml');
  assertOnly(found, 'DOCTOR_POOL_NUMBER_WRONG', /999999999999 ends at 1000000000000/);
});

test('a meter that does not belong to the segment is shown', async () => {
  for (const [segment, meterKind] of [
    ['S', 'advanced'],
    ['A', 'smart'],
    ['U', 'traditional'],
  ] as const) {
    const found = poolFindings(await pool(range('990000000000', 1, segment, meterKind)), [], 'pool.yaml');
    assertOnly(found, 'DOCTOR_POOL_KIND_ODD', new RegExp(`${meterKind} in segment ${segment}`));
  }
  assert.deepEqual(poolFindings(await pool(range('990000000000', 1, 'U', 'none')), [], 'pool.yaml'), []);
});
