import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPool, type Pool, type TestMpan } from '../stage';
import { scratchFile } from '../testing';
import { createLeases } from './leases';
import { heldAtStart, holdersOf } from './standing-market';

const party = (role: 'SUP' | 'LDSO' | 'MSS' | 'SDS' | 'MDR', dipId: string) => ({
  role,
  dipId,
  mpid: 'ABCD',
  name: dipId,
});
const parties = [
  party('SUP', '2000000001'),
  party('SUP', '2000000002'),
  party('LDSO', '2000000012'),
  party('MSS', '2000000022'),
  party('SDS', '2000000042'),
  party('MDR', '2000000082'),
];
const positions = {
  'SUP (incoming)': '2000000001',
  'SUP (outgoing)': '2000000002',
  LDSO: '2000000012',
  'MSS (incumbent)': '2000000022',
  'SDS (incumbent)': '2000000042',
  'MDR (incumbent)': '2000000082',
};
const kind = { segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E', gspGroup: '_A' } as const;
const points: TestMpan[] = ['9900000000003', '9900000000012'].map((mpan) => ({ mpan, ...kind }));
const request = { scenario: 'MQ-BP001-010', label: 'A', kind: {}, positions };

function leasesOf(mpans = points) {
  const left = [...mpans];
  const pool: Pool = { take: () => left.shift() };
  return createLeases(pool, parties, () => new Date('2027-06-21T23:30:00Z'));
}

test('who holds the MPAN follows from who fills which position, since a local year ago', () => {
  assert.deepEqual(leasesOf().take(request).meteringPoint, {
    ...kind,
    distributor: '2000000012',
    supplier: { dipId: '2000000002', mpid: 'ABCD' },
    meteringService: { dipId: '2000000022', mpid: 'ABCD' },
    dataService: { dipId: '2000000042', mpid: 'ABCD' },
    since: '2026-06-22',
  });
});

test('the lease tells scenario and position of its MPAN, and of no other', () => {
  const leases = leasesOf();
  const { mpan } = leases.take(request);
  assert.equal(leases.of(mpan)?.scenario, 'MQ-BP001-010');
  assert.equal(leases.position(mpan, '2000000022'), 'MSS (incumbent)');
  assert.equal(leases.position(mpan, '2000000099'), undefined);
  for (const other of ['9900000000012', undefined]) {
    assert.equal(leases.of(other), undefined);
    assert.equal(leases.position(other, '2000000022'), undefined);
  }
});

test('a new connection is meant for the Incoming Supplier, and nobody holds it', () => {
  const leases = leasesOf([{ ...points[0]!, registration: 'new' }]);
  const { mpan, meteringPoint } = leases.take({ ...request, positions: { ...positions, REGS: '2000000011' } });
  const { supplier, meteringService, dataService, registered } = meteringPoint;
  assert.deepEqual([supplier.dipId, meteringService, dataService, registered], ['2000000001', null, null, false]);
  assert.deepEqual(holdersOf(leases.of(mpan)!), []);
});

test('what is remotely read, or names its retriever, has the incumbent one, who holds it', () => {
  const retriever = { dipId: '2000000082', mpid: 'ABCD' };
  const remotely = leasesOf();
  const { mpan, meteringPoint } = remotely.take({ ...request, kind: { retrieved: true } });
  assert.deepEqual(meteringPoint.retriever, retriever);
  assert.ok(holdersOf(remotely.of(mpan)!).includes(retriever.dipId));
  const named = leasesOf([{ ...points[0]!, retriever: 'ABCD' }]).take(request).meteringPoint;
  assert.deepEqual(named.retriever, retriever);
  assert.equal(leasesOf().take(request).meteringPoint.retriever, undefined);
});

test('of a pair each MPAN tells the other, and which of the two is the principal', () => {
  const [a, b] = points.map(({ mpan }) => mpan) as [string, string];
  const leases = leasesOf([
    { ...points[0]!, pair: 'linked', part: 'principal', partner: b },
    { ...points[1]!, pair: 'linked', part: 'dependent', partner: a },
  ]);
  const paired = [leases.take(request), leases.take({ ...request, partnerOf: a })].map((one) => one.meteringPoint);
  assert.deepEqual(
    paired.map(({ pairedWith }) => pairedWith),
    [
      { as: 'linked', mpan: b, principal: true },
      { as: 'linked', mpan: a, principal: false },
    ],
  );
});

test('an MPAN may be held by another position than the outgoing supplier', () => {
  const { supplier } = leasesOf().take({ ...request, held: { supplier: 'SUP (incoming)' } }).meteringPoint;
  assert.deepEqual(supplier, { dipId: '2000000001', mpid: 'ABCD' });
});

test('who holds the MPAN from the start is its register, its supplier and its services, and nobody else', () => {
  const leases = leasesOf();
  const withRegister = { ...positions, REGS: '2000000011' };
  const lease = leases.take({ ...request, positions: withRegister, held: { supplier: 'SUP (incoming)' } });
  assert.deepEqual(holdersOf(lease), ['2000000011', '2000000001', '2000000022', '2000000042']);
  assert.equal(heldAtStart(leases, '2000000001', lease.mpan), lease.meteringPoint);
  assert.equal(heldAtStart(leases, '2000000002', lease.mpan), undefined, 'the outgoing supplier does not hold it');
});

test('no MPAN is leased twice; an empty pool names the kind that was asked for', () => {
  const leases = leasesOf();
  assert.notEqual(leases.take(request).mpan, leases.take(request).mpan);
  assert.throws(() => leases.take({ ...request, kind: { segment: 'A' } }), {
    code: 'POOL_EMPTY',
    kind: 'configuration',
    message: /"segment":"A"/,
  });
});

test('a position that nobody fills is named', () => {
  for (const position of ['SUP (outgoing)', 'LDSO', 'MSS (incumbent)', 'SDS (incumbent)']) {
    const lacking: Record<string, string> = { ...positions };
    delete lacking[position];
    assert.throws(() => leasesOf().take({ ...request, positions: lacking }), {
      code: 'POSITION_UNFILLED',
      message: new RegExp(position.replace(/[()]/g, '\\$&')),
    });
  }
});

test('an advanced MPAN is served by the services of its segment', () => {
  const advanced: TestMpan = { ...points[0]!, segment: 'A', meterKind: 'advanced' };
  assert.throws(() => leasesOf([advanced]).take(request), { code: 'POSITION_UNFILLED', message: /MSA \(incumbent\)/ });
});

const header = 'mpan,segment,meterKind,energyDirection,energisation,gspGroup';
async function leasesOfRows(columns: string, ...rows: string[]) {
  const lines = rows.map((row, index) => `${points[index]!.mpan},S,smart,I,E,_A,${row}`);
  const pool = await loadPool(scratchFile('own.csv', [`${header},${columns}`, ...lines].join('\n')));
  return createLeases(pool, parties, () => new Date('2027-06-21T23:30:00Z'));
}

test('what the pool states of an MPAN is what is loaded', async () => {
  const leases = await leasesOfRows('since,meterId,supplier', '2024-02-29,E10A12345,2000000002');
  const { since, meterId, supplier, gspGroup } = leases.take(request).meteringPoint;
  assert.deepEqual([since, meterId, supplier.dipId, gspGroup], ['2024-02-29', 'E10A12345', '2000000002', '_A']);
  assert.ok(!('label' in leases.all()[0]!.meteringPoint));
});

test('an MPAN goes only where those who hold it fill the positions', async () => {
  const leases = await leasesOfRows('supplier', '2000000001', '2000000002');
  assert.equal(leases.take(request).mpan, points[1]!.mpan);
  assert.throws(() => leases.take(request), { code: 'POOL_EMPTY' });
  assert.equal(leases.take({ ...request, held: { supplier: 'SUP (incoming)' } }).mpan, points[0]!.mpan);
});

test('an MPAN that is kept for a scenario goes to it alone', async () => {
  const leases = await leasesOfRows('scenario,label', 'MQ-BP001-010,B', ',');
  assert.equal(leases.take(request).mpan, points[1]!.mpan);
  assert.throws(() => leases.take(request), { code: 'POOL_EMPTY' });
  assert.equal(leases.take({ ...request, label: 'B' }).mpan, points[0]!.mpan);
});

test('a market that stands has every MPAN, held as the pool states it', async () => {
  const leases = await leasesOfRows('supplier,scenario,label', '2000000001,MQ-BP001-010,A', ',,');
  const suppliers = leases.takeAll(positions).map(({ meteringPoint }) => meteringPoint.supplier.dipId);
  assert.deepEqual(suppliers, ['2000000001', '2000000002']);
});
