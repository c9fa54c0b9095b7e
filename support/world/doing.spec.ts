import assert from 'node:assert/strict';
import { test } from 'node:test';
import { does } from './doing';
import { positions, sceneWith } from './scene.fixture';
import type { Scene } from './scene';

const service = { dipId: positions['MSS (proposed)'], mpid: 'META' };

/** A scene whose only service is the proposed one; what the hub was asked for. */
function played() {
  const { scene, of, asked } = sceneWith([]);
  Object.assign(scene, {
    identity: () => service,
    switchOf: () => ({ registrationId: 'switch-1', days: { ssd: '2027-06-22' } }),
  } satisfies Partial<Scene>);
  of.segment = 'S';
  const acts = () => asked.map(([, request]) => request as { dipId: string; act: string; args: object });
  return { scene, of, acts };
}

test('an act is asked of the party that does it, with all its arguments', async () => {
  const { scene, of, acts } = played();
  await does(scene, of, 'the Supplier', 'appointMeteringService', { scenario: 'CSP', from: '2027-02-10' });
  const [{ dipId, act, args }, ...more] = acts() as [ReturnType<typeof acts>[number]];
  assert.deepEqual([dipId, act, more], [positions['SUP (incoming)'], 'appointMeteringService', []]);
  assert.deepEqual(args, { service, scenario: 'CSP', from: '2027-02-10', contractReference: 'MQ-CONTRACT-1' });
});

test('what somebody outside the DIP tells is given to the role that is told', async () => {
  const { scene, of, acts } = played();
  await does(scene, of, 'CSS', 'switchSecured');
  assert.deepEqual(
    acts().map(({ dipId, act, args }) => [dipId, act, args]),
    [[positions.REGS, 'switchSecured', { registrationId: 'switch-1' }]],
  );
});

test('an appointment begins on the day proposed; other terms of a standing one do not begin it anew', async () => {
  for (const [scenario, begins] of [
    ['CSP', ['2027-02-10']],
    ['USP', []],
  ] as const) {
    const { scene, of } = played();
    await does(scene, of, 'the Supplier', 'appointMeteringService', { scenario, from: '2027-02-10' });
    assert.deepEqual([of.from, [...of.begins.values()]], ['2027-02-10', begins]);
  }
});

test('a first registration is a switch that is pending from then on', async () => {
  const { scene, of, acts } = played();
  const said = { registrationId: 'first-1', from: '2027-07-01' };
  await does(scene, of, 'CSS', 'announceFirstRegistration', said);
  assert.deepEqual(acts()[0]!.args, { ...said, supplier: service });
  assert.deepEqual([of.switch, of.from], [{ registrationId: 'first-1', days: { ssd: '2027-07-01' } }, '2027-07-01']);
  await does(scene, of, 'the Supplier', 'appointMeteringService', { from: '2027-07-05' });
  assert.equal(of.switch?.days.ssd, '2027-07-01');
});

test('an MPAN is created as the pool and the market say it is', async () => {
  const { scene, of, acts } = played();
  of.watch.lease.meteringPoint = { energyDirection: 'E', gspGroup: '_C' };
  await does(scene, of, "the Distributor's system", 'createMpan');
  const args = { segment: 'S', energyDirection: 'E', distributor: service.dipId, gspGroup: '_C' };
  assert.deepEqual(acts()[0]!.args, args);
});

test('an act of somebody else is refused before anybody is asked', async () => {
  const { scene, of, acts } = played();
  for (const [who, name] of [
    ['the Supplier', 'switchSecured'],
    ['the DCC', 'switchSecured'],
    ['CSS', 'appointMeteringService'],
    ['the Registration Service', 'appointMeteringService'],
  ] as const) {
    const error = { code: 'STEP_WORDS_UNKNOWN', message: `The step cannot be read: ${who} does not do "${name}"` };
    await assert.rejects(does(scene, of, who, name), error);
  }
  assert.deepEqual(acts(), []);
});
