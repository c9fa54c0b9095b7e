import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openPoolMemory } from '../stage';
import { scratchDir, scratchFile } from '../testing';
import { hubConfig, startHub } from '.';
import type { LeasedMpan } from './leases';

const fixtures = path.resolve(__dirname, '../../fixtures');
const header = 'mpan,segment,meterKind,energyDirection,energisation,gspGroup,supplier';
const own = () => scratchFile('own.csv', `${header}\n9900000000006,S,smart,I,E,_A,ROWA\n`);
const positions = {
  ...{ REGS: '2000000011', LDSO: '2000000012', 'SUP (outgoing)': '2000000002' },
  ...{ 'MSS (incumbent)': '2000000022', 'SDS (incumbent)': '2000000042' },
};
const request = { scenario: 'MQ-BP001-010', label: 'A', kind: {}, positions };

async function started(standing: boolean, pool?: string) {
  const stateDir = scratchDir();
  const tenant = {
    name: 'own',
    token: 'token',
    ledgerFile: null,
    journalDir: null,
    parties: [],
    trust: [],
    secrets: [],
  };
  const hub = await startHub(
    hubConfig.parse({
      ...{ stateDir, standing, tenants: [{ ...tenant, pool }] },
      environmentFile: path.join(fixtures, 'environments/pit.yaml'),
      assumptionsFile: path.join(fixtures, 'assumptions/assumptions.yaml'),
    }),
  );
  return { controls: hub.tenants()[0]!.controls, stateDir, close: () => hub.close() };
}

test('a lease of a run is remembered in the state folder; the second one is refused', async () => {
  const pool = own();
  const { controls, stateDir, close } = await started(false, pool);
  try {
    assert.equal(controls.lease(request).mpan, '9900000000006');
    assert.deepEqual([...openPoolMemory(stateDir, pool).spent()], ['9900000000006']);
    assert.throws(() => controls.lease({ ...request, label: 'B' }), { code: 'POOL_EMPTY', kind: 'configuration' });
  } finally {
    await close();
  }
});

test('a market that stands is loaded from the pool of the tenant, as it states who holds what, and spends nothing', async () => {
  const pool = own();
  const { controls, stateDir, close } = await started(true, pool);
  try {
    const [only, ...more] = controls.mpans(10, null) as LeasedMpan[];
    assert.deepEqual(
      [only?.mpan, only?.meteringPoint.supplier, more],
      [...['9900000000006', { dipId: '2000000002', mpid: 'ROWA' }, []]],
    );
    assert.equal(openPoolMemory(stateDir, pool).spent().size, 0);
  } finally {
    await close();
  }
});

test('without a pool of its own a tenant has that of the environment, new in every run', async () => {
  const { controls, stateDir, close } = await started(false);
  try {
    assert.equal(controls.lease(request).mpan, '9900000000006');
    assert.equal(openPoolMemory(stateDir, path.join(fixtures, 'mpans/pit.yaml')).spent().size, 0);
  } finally {
    await close();
  }
});
