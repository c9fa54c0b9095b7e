import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeOf, findingsOfRun } from '.';
import { entry, scenario } from './verdict.fixture';

const told = (seq: number, name: string, body: object, of?: string) =>
  entry(seq, { kind: 'act', from: 'DIP', to: 'DIP', name, body, checks: [], scenario: of });
const on = (seq: number, id: string, by: string, of?: string) =>
  told(seq, 'fault-on', { id, kind: 'hold', to: '1000000001', by }, of);
const off = (seq: number, id: string) => told(seq, 'fault-off', { id, kind: 'hold', struck: 1 });

test('a fault that nobody ended is an observation: of the environment file, else of the harness', () => {
  const ledger = [
    on(1, 'fault-1', 'environment file'),
    on(2, 'fault-2', 'scenario', 'MQ-A-010'),
    on(3, 'fault-3', 'scenario', 'MQ-A-010'),
    off(4, 'fault-2'),
    on(5, 'fault-4', 'control API'),
  ];
  const found = findingsOfRun(ledger);
  assert.deepEqual(
    found.map(({ code, blame, level, ledger: lines }) => [code, blame, level, lines]),
    [
      ['FAULT_LEFT_ON', 'configuration', 'should', [1]],
      ['FAULT_LEFT_ON', 'harness', 'should', [3]],
      ['FAULT_LEFT_ON', 'harness', 'should', [5]],
    ],
  );
  assert.match(found[0]!.reason, /^The fault fault-1 .*: kind hold, to 1000000001\. It is in the environment file\.$/);
  assert.match(found[1]!.reason, /turned on by MQ-A-010\.$/);
  assert.match(found[2]!.reason, /turned on by the control API\.$/);
  assert.equal(exitCodeOf([scenario({ verdict: 'pass' })], found, { strict: false, interrupted: false }), 0);
  assert.equal(exitCodeOf([scenario({ verdict: 'pass' })], found, { strict: true, interrupted: false }), 1);
});

test('faults that ended, and other acts of that name, are none', () => {
  const other = entry(3, { kind: 'accepted', name: 'fault-on', body: { id: 'x', kind: 'hold' } });
  const unread = told(4, 'fault-on', { kind: 'hold' });
  assert.deepEqual(findingsOfRun([on(1, 'fault-1', 'scenario', 's'), off(2, 'fault-1'), other, unread]), []);
});
