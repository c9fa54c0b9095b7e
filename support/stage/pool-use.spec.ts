import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { mpanWithCheckDigit } from '../catalogue';
import { scratchDir, scratchFile } from '../testing';
import { loadPool, ownPool, poolSource, statedPositions, suitsPositions, type TestMpan } from '.';

const kind = { segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E', gspGroup: '_A' } as const;
const mpan = (number: number) => mpanWithCheckDigit(String(990_000_000_000 + number));
const row = (number: number, more: Partial<TestMpan> = {}): TestMpan => ({ mpan: mpan(number), ...kind, ...more });
const range = { first: '990000000000', count: 3, ...kind };
const file = (value: object) => scratchFile('pool.yaml', stringify({ schema: 1, ...value }));
const twelve = (one: TestMpan | undefined) => one?.mpan.slice(9, 12);

test('a row that is kept for a scenario goes to it, first, and to no other', async () => {
  const pool = await loadPool(file({ mpans: [row(1), row(2, { scenario: 'MQ-BP001-010', label: 'A' })] }));
  const want = (scenario: string, label: string) => pool.take({}, { scenario, label });
  assert.equal(twelve(want('MQ-BP001-010', 'A')), '002');
  assert.equal(twelve(want('MQ-BP001-010', 'A')), '001');
  const other = await loadPool(file({ mpans: [row(2, { scenario: 'MQ-BP001-010', label: 'A' })] }));
  assert.equal(other.take({}, { scenario: 'MQ-BP001-010', label: 'B' }), undefined);
  assert.equal(other.take({}), undefined);
  assert.equal(twelve(other.take({}, { all: true })), '002');
});

test('what states its holders goes before what will do for anybody, and only where it suits', async () => {
  const pool = await loadPool(file({ mpans: [row(1), row(2, { supplier: 'LARC' }), row(3, { supplier: 'ROWA' })] }));
  const suits = (name: string) => ({ suits: ({ supplier }: TestMpan) => [name, undefined].includes(supplier) });
  assert.deepEqual(
    ['ROWA', 'ROWA', 'ROWA', 'LARC'].map((name) => twelve(pool.take({}, suits(name)))),
    ['003', '001', undefined, '002'],
  );
});

test('a remembered pool hands out in a later run what no earlier one has had', async () => {
  const pool = file({ ranges: [range], mpans: [row(100)] });
  const stateDir = scratchDir();
  const run = () => loadPool(pool, { stateDir, spends: true });
  assert.equal(twelve((await run()).take({})), '100');
  assert.equal(twelve((await run()).take({})), '000');
  const plan = await loadPool(pool, { stateDir });
  assert.deepEqual(plan.count({}), { there: 4, spent: 2 });
  assert.deepEqual([twelve(plan.take({})), twelve(plan.take({})), plan.take({})], ['001', '002', undefined]);
  assert.equal(twelve((await run()).take({})), '001', 'a plan spends nothing');
  assert.deepEqual((await loadPool(pool, { stateDir })).count({ segment: 'A' }), { there: 0, spent: 0 });
});

test('of two runs that go at once each gets MPANs of its own', async () => {
  const pool = file({ ranges: [range], remember: true });
  const stateDir = scratchDir();
  const [one, two] = await Promise.all([1, 2].map(() => loadPool(pool, { stateDir, spends: true })));
  const taken = [one!, two!, two!, one!, two!].map(({ take }) => twelve(take({})));
  assert.deepEqual(taken, ['000', '001', '002', undefined, undefined]);
});

test('a pool that does not remember is whole in every run', async () => {
  const pool = file({ ranges: [range] });
  const stateDir = scratchDir();
  for (let run = 0; run < 2; run += 1) {
    assert.equal(twelve((await loadPool(pool, { stateDir, spends: true })).take({})), '000');
  }
  const { memory, count } = await loadPool(pool, { stateDir });
  assert.deepEqual([memory, count({})], [undefined, { there: 3, spent: 0 }]);
});

const parties = [
  { dipId: '2000000002', mpid: 'ROWA' },
  { dipId: '2000000012', mpid: 'NMNT' },
  { dipId: '2000000022', mpid: 'METB' },
  { dipId: '2000000032', mpid: 'ADVB' },
];
const positions = {
  'SUP (incoming)': '1100000001',
  'SUP (outgoing)': '2000000002',
  LDSO: '2000000012',
  'MSS (incumbent)': '2000000022',
  'MSA (incumbent)': '2000000032',
};

test('an MPAN suits where those who hold it fill the positions, named by DIP ID or MPID', () => {
  const suits = (more: Partial<TestMpan>, supplier?: string) =>
    suitsPositions(row(1, more), positions, parties, supplier);
  assert.ok(suits({}));
  assert.ok(suits({ supplier: 'ROWA', meteringService: '2000000022', distributor: 'NMNT' }));
  assert.ok(suits({ segment: 'A', meteringService: 'ADVB' }));
  assert.ok(suits({ supplier: '1100000001' }, 'SUP (incoming)'));
  assert.ok(!suits({ supplier: '1100000001' }));
  assert.ok(!suits({ supplier: 'LARC' }));
  assert.ok(!suits({ meteringService: 'ADVB' }));
  assert.ok(!suits({ dataService: 'DATB' }), 'nobody fills it');
});

test('what an MPAN states of parties that there are is who fills its positions', () => {
  const stated = row(1, { supplier: 'METB', meteringService: '2000000032', dataService: 'GONE' });
  assert.deepEqual(statedPositions(stated, parties), {
    'SUP (outgoing)': '2000000022',
    'MSS (incumbent)': '2000000032',
  });
  assert.deepEqual(statedPositions(row(1), parties), {});
});

test('the pool is that of the profile, beside it, else that of the environment', () => {
  const environment = { pool: '/env/pit.yaml' };
  const profile = { folder: '/own', placeOf: ([key]: readonly PropertyKey[]) => `participant.yaml:${String(key)}` };
  assert.deepEqual(poolSource({ ...profile, pool: 'data/mpans.csv' }, environment, 'e.yaml'), {
    ...{ file: path.resolve('/own/data/mpans.csv'), from: 'profile', place: 'participant.yaml:pool' },
  });
  const fromEnvironment = { file: '/env/pit.yaml', from: 'environment', place: 'e.yaml' };
  assert.deepEqual(poolSource({ ...profile, pool: undefined }, environment, 'e.yaml'), fromEnvironment);
  assert.deepEqual(poolSource(undefined, environment, 'e.yaml'), fromEnvironment);
  const absolute = path.resolve('/abs/mpans.csv');
  assert.equal(ownPool({ folder: '/own', pool: absolute }), absolute);
});
