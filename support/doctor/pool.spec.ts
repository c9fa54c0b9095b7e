import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mpanWithCheckDigit } from '../catalogue';
import { loadPool, type LoadedPool, type PoolSource, type ScenarioText } from '../stage';
import { scratchDir, scratchFile } from '../testing';
import { assertOnly, bindingFor, codes, environment, scenario } from './doctor.fixture';
import { assignMpans, mpansNeeded, partiesOf } from './mpans';
import { poolFindings } from './pool';

const given = (kind: string, label = 'A', supplier = 'the Outgoing Supplier') =>
  `MPAN "${label}" is ${kind}, registered to ${supplier}`;
const smart = scenario('one', [given('Smart, import and energised')]);
const two = scenario('two', [given('Smart, import and energised'), given('Advanced, import and energised', 'B')]);
const unsaid = scenario('unsaid', ['MPAN "A" has an owner', 'it is MPAN "A" again']);

const range = (first: string, count: number, segment = 'S', meterKind = 'smart') =>
  `  - { first: '${first}', count: ${count}, segment: ${segment}, meterKind: ${meterKind}, energyDirection: I, energisation: E, gspGroup: _A }\n`;
const pool = (...ranges: string[]) => loadPool(scratchFile('pool.yaml', `schema: 1\nranges:\n${ranges.join('')}`));

const mpan = (number: number) => mpanWithCheckDigit(String(990_000_000_000 + number));
const header = 'mpan,segment,meterKind,energyDirection,energisation,gspGroup,supplier,meteringService';
const row = (number: number, holders = ',', kind = 'S,smart') => `${mpan(number)},${kind},I,E,_A,${holders}`;
const ownFile = (...rows: string[]) => scratchFile('own.csv', [header, ...rows].join('\n'));
const own = (...rows: string[]) => loadPool(ownFile(...rows));

const fromEnvironment: PoolSource = { file: 'pool.yaml', from: 'environment', place: 'pit.yaml' };

async function market(dipId?: string) {
  const pit = await environment();
  const self = { identities: [{ dipId: '1100000001', mpid: 'OWNS' }] as never };
  return { bindingOf: bindingFor(pit, dipId), parties: partiesOf(pit, self) };
}

const examined = async (of: LoadedPool, scenarios: readonly ScenarioText[], source = fromEnvironment) =>
  poolFindings({ pool: of, source, scenarios, market: await market() });

test('the bundled pool has enough of every kind that it declares', async () => {
  const { pool: file } = await environment();
  assert.deepEqual(await examined(await loadPool(file), [smart, two, unsaid]), []);
});

test('a pool that is too small is found, by kind', async () => {
  const found = await examined(await pool(range('990000000000', 1), range('990000100000', 9, 'A', 'advanced')), [
    ...[smart, two],
  ]);
  assertOnly(
    found,
    'DOCTOR_POOL_SHORT',
    /segment S, smart, import, energised": needed 2, left 1 \(1 in the pool, 0 spent/,
  );
  assert.equal(found[0]!.level, 'error');
});

test('a kind that the pool lacks is found', async () => {
  const found = await examined(await pool(range('990000000000', 9)), [two]);
  assertOnly(found, 'DOCTOR_POOL_SHORT', /advanced.* needed 1, left 0/);
});

test('what earlier runs have spent is no longer there', async () => {
  const file = ownFile(row(1), row(2));
  const stateDir = scratchDir();
  assert.ok((await loadPool(file, { stateDir, spends: true })).take({}));
  const rest = () => loadPool(file, { stateDir });
  assertOnly(await examined(await rest(), [smart]), 'DOCTOR_POOL_USED', /: 2, 1 of them spent in earlier runs$/);
  const found = await examined(await rest(), [smart, two]);
  assert.deepEqual(codes(found), ['DOCTOR_POOL_SHORT', 'DOCTOR_POOL_SHORT', 'DOCTOR_POOL_USED']);
  assert.match(found.find(({ text }) => text.includes('smart'))!.text, /needed 2, left 1 \(2 in the pool, 1 spent/);
});

test('MPANs are counted by label and kind; where the words do not say it any kind will do', async () => {
  const three = await pool(range('990000000000', 3));
  const needs = mpansNeeded(assignMpans([smart, two, unsaid], three, await market()), three);
  assert.deepEqual(
    needs.map(({ kind, needed, there, missing, scenarios }) => [kind, needed, there, missing, scenarios]),
    [
      ['segment S, smart, import, energised', 2, 3, 0, ['one', 'two']],
      ['segment A, advanced, import, energised', 1, 0, 1, ['two']],
      ['of any kind', 1, 3, 0, ['unsaid']],
    ],
  );
});

test('an MPAN that others hold than the scenario needs is not had; one that says nothing is', async () => {
  const outgoing = (await market()).bindingOf(smart.tags).positions['SUP (outgoing)']!;
  const unfit = await examined(await own(row(1, 'HAZL,')), [smart]);
  assertOnly(
    unfit,
    'DOCTOR_POOL_UNSUITED',
    new RegExp(`left 1, but 1 cannot be had.*"A" of one \\(supplier ${outgoing}`),
  );
  for (const fit of [`${outgoing},`, ',', ',METB'])
    assert.deepEqual(await examined(await own(row(1, fit)), [smart]), []);
});

test('the supplier is the one to whom the words say that the MPAN is registered', async () => {
  const held = scenario('held', [given('Smart, import and energised', 'A', 'the Incoming Supplier')]);
  const [assigned] = assignMpans([held], await own(row(1, 'ROWA,'), row(2, 'OWNS,')), await market());
  assert.deepEqual([assigned?.supplier, assigned?.mpan?.mpan], ['SUP (incoming)', mpan(2)]);
});

test('a holder whom nobody is, is shown once for all its rows', async () => {
  const found = await examined(await own(row(1), row(2, 'EELC,'), row(3, 'EELC,'), row(4, ',METB')), [smart]);
  assertOnly(found, 'DOCTOR_MPAN_HOLDER_UNKNOWN', /and 1 more: supplier is EELC/);
  assert.deepEqual([found[0]!.level, found[0]!.place], ['warning', 'pool.yaml:3']);
});

test('a check digit that does not fit is shown, and stops nothing', async () => {
  const wrong = `${mpan(1).slice(0, 12)}${(Number(mpan(1)[12]) + 1) % 10}`;
  const found = await examined(await own(row(2), row(1).replace(mpan(1), wrong)), [smart]);
  assertOnly(found, 'DOCTOR_MPAN_CHECK_DIGIT', new RegExp(`of MPAN ${wrong} does not fit`));
  assert.deepEqual([found[0]!.level, found[0]!.place], ['warning', 'pool.yaml:3']);
});

test('a pool that the profile names is told, one of the environment only when it remembers', async () => {
  const named: PoolSource = { file: 'own.yaml', from: 'profile', place: 'participant.yaml:4' };
  const told = await examined(await pool(range('990000000000', 3)), [smart], named);
  assertOnly(
    told,
    'DOCTOR_POOL_USED',
    /own\.yaml, which the profile \(participant\.yaml:4\) names: 3, all of them new/,
  );
  assert.equal(told[0]!.level, 'info');
});

test('a range that counts beyond twelve digits is found', async () => {
  const found = await examined(await pool(range('999999999999', 2)), [smart]);
  assertOnly(found, 'DOCTOR_POOL_NUMBER_WRONG', /999999999999 ends at 1000000000000/);
});

test('a meter that does not belong to the segment is shown', async () => {
  for (const [segment, meterKind] of [
    ['S', 'advanced'],
    ['A', 'smart'],
    ['U', 'traditional'],
  ] as const) {
    const found = await examined(await pool(range('990000000000', 1, segment, meterKind)), []);
    assertOnly(found, 'DOCTOR_POOL_KIND_ODD', new RegExp(`${meterKind} in segment ${segment}`));
  }
  assert.deepEqual(await examined(await pool(range('990000000000', 1, 'U', 'none')), []), []);
  const rows = await own(row(1, ',', 'A,smart'), row(2, ',', 'A,smart'), row(3));
  assertOnly(await examined(rows, []), 'DOCTOR_POOL_KIND_ODD', new RegExp(`^MPAN ${mpan(1)} and 1 more has meters`));
});
