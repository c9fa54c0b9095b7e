import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { createControlClient, faultKind } from '../control';
import { faultKinds } from '../dip';
import { scratchDir, scratchFile } from '../testing';
import { hubConfig, startHub } from '.';

const fixtures = path.resolve(__dirname, '../../fixtures');
const cleanUp: (() => Promise<void> | void)[] = [];
after(async () => {
  for (const close of cleanUp.reverse()) await close();
});

/** A hub whose environment file has these faults. */
async function start(faults: object[]) {
  const bundled = path.join(fixtures, 'environments/pit.yaml');
  const raw = parse(readFileSync(bundled, 'utf8')) as Record<string, unknown>;
  const environment = { ...raw, pool: path.join(fixtures, 'mpans/pit.yaml'), faults };
  const hub = await startHub(
    hubConfig.parse({
      stateDir: scratchDir(),
      environmentFile: scratchFile('environment.yaml', stringify(environment)),
      assumptionsFile: path.join(fixtures, 'assumptions/assumptions.yaml'),
      tenants: [
        { name: 'own', token: 'token', ledgerFile: null, journalDir: null, parties: [], trust: [], secrets: [] },
      ],
    }),
  );
  const control = createControlClient({ url: hub.control, token: 'token' });
  cleanUp.push(
    () => hub.close(),
    () => control.close(),
  );
  const told = () =>
    hub
      .tenants()[0]!
      .ledger.entries()
      .filter(({ name = '' }) => name.startsWith('fault-'))
      .map(({ name, scenario, step, body }) => ({ name, scenario, step, ...(body as { id: string; by?: string }) }));
  return { control, told };
}

test('faults of the environment file are on from the start; each is listed, ended and told of', async () => {
  const { control, told } = await start([{ kind: 'delay', to: '2000000001', delay: '2s', times: 3 }]);
  const [first] = await control.faults();
  assert.deepEqual(
    { ...first, since: '' },
    { kind: 'delay', to: '2000000001', delayMs: 2000, times: 3, id: 'fault-1', since: '', struck: 0, left: 3 },
  );
  const origin = { scenario: 'MQ-A-010', step: 'the DIP is out' };
  const second = await control.fault({ ...origin, kind: 'outage', to: '2000000001', pace: 5 });
  assert.deepEqual([second.id, second.left], ['fault-2', null]);
  await control.fault({ kind: 'drop' });
  await control.endFault('fault-2');
  await assert.rejects(control.endFault('fault-2'), { code: 'DIP_FAULT_UNKNOWN', message: /On: fault-1, fault-3/ });
  assert.deepEqual(
    told().map(({ name, id, by, scenario, step }) => [name, id, by, scenario, step]),
    [
      ['fault-on', 'fault-1', 'environment file', undefined, undefined],
      ['fault-on', 'fault-2', 'scenario', origin.scenario, origin.step],
      ['fault-on', 'fault-3', 'control API', undefined, undefined],
      ['fault-off', 'fault-2', undefined, undefined, undefined],
    ],
  );
});

test('a fault that a simulated party cannot show, or that means nothing, is refused', async () => {
  const { control } = await start([]);
  const needs = control.fault({ kind: 'wrong-signature', to: '2000000001' });
  await assert.rejects(needs, { code: 'DIP_FAULT_NEEDS_WEBHOOK' });
  await assert.rejects(control.fault({ kind: 'hold', pace: 5 }), { code: 'DIP_FAULT_WRONG', message: /pace/ });
  await assert.rejects(start([{ kind: 'drop', to: '2000000099' }]), { code: 'DIP_FAULT_WRONG', message: /2000000099/ });
});

test('what an environment file may say of a fault, the DIP takes', async () => {
  const striking = { channel: 'IF-031', event: 'MSApp', mpan: '9900000000003', from: '2000000001' };
  const own: Record<string, object> = {
    delay: { delay: '1s' },
    reorder: { by: 2 },
    'slow-body': { delay: '1s' },
    unavailable: { retryAfter: '1s' },
    unresolved: { code: 'MSG1038' },
    answer: { status: 429, retryAfter: '1s' },
    outage: { for: '1h', pace: 5, retryAfter: '1s' },
  };
  const { control } = await start(faultKinds.map((kind) => ({ kind, ...striking, ...own[kind] })));
  assert.deepEqual(
    (await control.faults()).map(({ kind }) => kind),
    [...faultKinds],
  );
});

test('the control API knows the kinds that the DIP knows', () => {
  assert.deepEqual([...faultKind.options].sort(), [...faultKinds].sort());
});
