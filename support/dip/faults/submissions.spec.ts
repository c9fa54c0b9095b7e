import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMessage } from '../../catalogue';
import { createRedactor } from '../../wire';
import { entryMaker } from '../entries';
import type { RecordEntry } from '../types';
import { createRegister } from './register';
import { createCallFaults } from './submissions';
import type { FaultSpec } from './types';

const mpan = '2000000000016';
const from = '1000000001';
const body = (...events: string[]) => events.map((event) => ({ payload: sampleMessage('IF-031', event, { mpan }) }));
const app = () => body('MSApp');

function faultsOf(...specs: FaultSpec[]) {
  let now = new Date(0);
  const record: RecordEntry = (input) => ({ ...input, seq: 1, prev: '', at: '', redacted: [], checks: [] });
  const register = createRegister({ record, entry: entryMaker(createRedactor([])), clock: () => now });
  const added = specs.map((spec) => register.add(spec, { by: 'control API' }));
  return { ...createCallFaults(register, () => now), added, register, later: (ms: number) => (now = new Date(ms)) };
}

test('a fault strikes once: the MPAN, the sender and the event that it was meant for', () => {
  const faults = faultsOf({ kind: 'unavailable', mpan, from, event: 'MSApp' });
  assert.equal(faults.instead('1000000002', 'IF-031', app()), undefined);
  assert.equal(faults.instead(from, 'IF-031', body('DSApp')), undefined);
  assert.equal(faults.instead(from, 'IF-031', 'no batch'), undefined);
  assert.equal(faults.instead(from), undefined, 'it is a fault of submissions');
  assert.deepEqual(faults.instead(from, 'IF-031', body('DSApp', 'MSApp')), { name: 'unavailable', status: 503 });
  assert.equal(faults.instead(from, 'IF-031', app()), undefined);
});

test('an answer is given in place of any call of its caller, with its status and Retry-After', () => {
  const faults = faultsOf({ kind: 'answer', from, status: 429, retryAfterS: 7, times: 2 });
  assert.equal(faults.instead('1000000002'), undefined);
  const told = { name: 'answer', status: 429, headers: { 'retry-after': '7' } };
  assert.deepEqual(faults.instead(from), told);
  assert.deepEqual(faults.instead(from, 'IF-031', app()), told);
  assert.equal(faults.instead(from), undefined);
});

test('an outage refuses what its side says, until it is ended, and tells how long it will last', () => {
  const faults = faultsOf({ kind: 'outage', forMs: 90_000 });
  faults.later(60_500);
  for (const caller of [from, '1000000002']) {
    assert.deepEqual(faults.instead(caller), { name: 'outage', status: 503, headers: { 'retry-after': '30' } });
  }
  assert.deepEqual([faults.register.list()[0]?.struck, faults.register.list()[0]?.left], [2, null]);
  assert.equal(faults.register.end(faults.added[0]!.id), true);
  assert.equal(faults.instead(from), undefined);
  assert.equal(faultsOf({ kind: 'outage', to: from }).instead(from), undefined, 'publications alone');
  assert.equal(faultsOf({ kind: 'outage', from }).instead(from)?.headers?.['retry-after'], '1');
});

test('what is taken can find nobody, or lose its answer', () => {
  const faults = faultsOf({ kind: 'unresolved', from, code: 'MSG1038' }, { kind: 'lose-answer', from });
  assert.deepEqual(faults.taking(from, 'IF-031', app()), { unresolved: 'MSG1038', loses: false });
  assert.deepEqual(faults.taking(from, 'IF-031', app()), { loses: true });
  assert.deepEqual(faults.taking(from, 'IF-031', app()), { loses: false });
});

test('a lost answer is found by the old reference, once, and by no other', () => {
  const faults = faultsOf();
  const first = app();
  faults.lose(first, { status: 201 });
  assert.equal(faults.found(app()), undefined);
  assert.deepEqual(faults.found(first), { status: 201 });
  assert.equal(faults.found(first), undefined);
});
