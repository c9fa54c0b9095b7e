import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMessage } from '../catalogue';
import { QualifyError } from '../errors';
import type { Check, LedgerEntry } from '../ledger';
import { waitingFor } from './missing';
import { refuseFailedChecks } from './receiving';
import type { Scene, ScenarioMpan } from './scene';

const mpan = '9900000000006';
const positions = { 'SUP (incoming)': '1000000001', REGS: '2000000011', 'MSS (proposed)': '2000000021' };
const actors = { 'SUP (incoming)': 'participant', REGS: 'simulated', 'MSS (proposed)': 'simulated' } as const;
const reason = 'expected the published case; differs at commonBlock';
const check: Check = { id: 'key-case', level: 'must', status: 'fail', reason, blame: 'participant' };

function entries(over: Partial<Check> = {}): LedgerEntry[] {
  const from = positions['SUP (incoming)'];
  const line = { seq: 4, prev: '', at: '2026-11-22T10:00:04.000Z', source: 'dip', kind: 'accepted' as const };
  const body = sampleMessage('IF-031', 'MSApp', { mpan, from });
  const message = { interface: 'IF-031', event: 'MSApp', mpan, transactionID: 'T-4', body, redacted: [] };
  return [{ ...line, ...message, from, to: 'DIP', position: 'SUP (incoming)', checks: [{ ...check, ...over }] }];
}

/** What the step "the Incoming Supplier receives IF-035 [MSAppAccepted]" was waiting for. */
function waiting() {
  const context = { mpan, positions, actors, values: {}, step: 's', limitMs: 5_000, limitSource: 'assumption a' };
  const scene = { conversation: () => context, binding: { positions, actors } } as unknown as Scene;
  const of = { watch: { mpan, entries: [] }, since: 1 } as unknown as ScenarioMpan;
  const message = { interface: 'IF-035', event: 'MSAppAccepted' };
  return waitingFor(scene, of, { position: 'SUP (incoming)', message, conditions: '', verb: 'receives' });
}

function refused(...args: Parameters<typeof refuseFailedChecks>): QualifyError {
  try {
    refuseFailedChecks(...args);
  } catch (error) {
    if (error instanceof QualifyError) return error;
  }
  return assert.fail('nothing of ours was thrown');
}

test('a failed must ends a wait with the check, what was awaited, the conversation and the next step', () => {
  const { code, kind, message, fix } = refused(entries(), waiting());
  assert.deepEqual([code, kind, fix], ['check:key-case', 'participant', '']);
  assert.match(message, /^check {5}key-case, on IF-031 \[MSApp\] of SUP \(incoming\) \(ledger line 4\)\nrule /);
  assert.match(
    message,
    /^awaited {3}1 {2}REGS → SUP \(incoming\) {2}IF-035 \[MSAppAccepted\] {2}for MPAN 9900000000006$/m,
  );
  assert.match(
    message,
    /^seen {6}line 4 .*\nelapsed .* of 5\.0 s \(assumption a\)\nlooked .*\nfault .*\nnext {6}Write the keys/m,
  );
  assert.doesNotMatch(message, /Correct what the ledger line/);
});

test('a step that awaits no message tells the rest', () => {
  const { code, message } = refused(entries());
  assert.equal(code, 'check:key-case');
  assert.doesNotMatch(message, /^(?:awaited|elapsed)/m);
  assert.match(message, /^seen {6}line 4 {2}\+0 ms {2}SUP \(incoming\) → /m);
});

test('a should, or a check that passed, ends no wait', () => {
  refuseFailedChecks(entries({ level: 'should' }), waiting());
  refuseFailedChecks(entries({ status: 'pass' }), waiting());
});
