import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pool, TestMpan } from '../stage';
import { createLeases } from './leases';

const party = (role: 'SUP' | 'LDSO' | 'MSS' | 'SDS', dipId: string) => ({ role, dipId, mpid: 'ABCD', name: dipId });
const parties = [
  party('SUP', '2000000001'),
  party('SUP', '2000000002'),
  party('LDSO', '2000000012'),
  party('MSS', '2000000022'),
  party('SDS', '2000000042'),
];
const positions = {
  'SUP (incoming)': '2000000001',
  'SUP (outgoing)': '2000000002',
  LDSO: '2000000012',
  'MSS (incumbent)': '2000000022',
  'SDS (incumbent)': '2000000042',
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
