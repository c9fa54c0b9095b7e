import assert from 'node:assert/strict';
import { validateMessage } from '../../../catalogue';
import { sample, sent } from './faults.fixture';

const first = async (name: string, id: string, event: string) => (await sent(name, sample(id, event)))[0]!;

/** What the faults of a new connection make of a message. */
export const connectionCases: Record<string, (name: string) => Promise<void>> = {
  'reads-another-meter': async (name) => {
    const ids = async (event: string) =>
      (await first(name, 'IF-041', event)).CustomBlock!.B064List!.map(({ meterID }) => meterID);
    assert.deepEqual([...new Set(await ids('ReadingInstl'))], ['X9999999']);
    assert.ok(!(await ids('ReadingRemv')).includes('X9999999'));
  },
  'registers-as-change-of-supplier': async (name) => {
    const made = await first(name, 'IF-001', 'InitialRegistration');
    assert.equal(made.CommonBlock.S0.eventCode, '[ChangeOfSupplier]');
    assert.equal(made.CustomBlock!.B003!.outgoingSupplierDIPID, made.CustomBlock!.B002!.incomingSupplierDIPID);
    const checked = validateMessage(made, 'ingress');
    assert.deepEqual(checked.ok ? [] : checked.problems, []);
    const change = sample('IF-001', 'ChangeOfSupplier');
    assert.deepEqual((await sent(name, change))[0], change);
  },
  'creates-as-traded': async (name) => {
    const { B079 } = (await first(name, 'IF-050', 'MPANCreation')).CustomBlock!;
    assert.deepEqual([B079!.RMPStatus, B079!.MPStatus], ['O', 'T']);
    const change = sample('IF-050', 'MPStatusChange');
    assert.deepEqual((await sent(name, change))[0], change);
  },
};
