import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMessage } from '../catalogue';
import type { LedgerEntry } from '../ledger';
import { missingMessage } from './missing';
import type { Scene, ScenarioMpan } from './scene';

const mpan = '9900000000006';
const positions = { 'SUP (incoming)': '1000000001', REGS: '2000000011', 'MSS (proposed)': '2000000021' };
const actors = { 'SUP (incoming)': 'participant', REGS: 'simulated', 'MSS (proposed)': 'simulated' } as const;

const accepted = (seq: number, from: string, id: string, event: string): LedgerEntry =>
  ({
    ...{
      seq,
      prev: '',
      from,
      to: 'DIP',
      mpan,
      event,
      kind: 'accepted',
      source: 'dip',
      at: `2026-11-22T10:00:0${seq}.000Z`,
    },
    interface: id,
    transactionID: `T-${seq}`,
    body: sampleMessage(id, event, { mpan, from }),
    checks: [],
    redacted: [],
  }) as LedgerEntry;

/** What "the Incoming Supplier receives IF-035 [MSAppAccepted]" says when these messages came. */
function told(entries: LedgerEntry[]) {
  const context = { mpan, positions, actors, values: {}, step: 'receives', limitMs: 5_000, limitSource: 'answer' };
  const scene = { conversation: () => context, binding: { positions, actors } } as unknown as Scene;
  const of = { watch: { mpan, entries }, since: 1 } as unknown as ScenarioMpan;
  const message = { interface: 'IF-035', event: 'MSAppAccepted' };
  return missingMessage(scene, of, { position: 'SUP (incoming)', message, conditions: '', verb: 'receives' });
}

test('a publication that waits for a proposal which never came is the fault of whoever owes the proposal', () => {
  const error = told([]);
  assert.equal(error.kind, 'participant');
  assert.match(error.message, /IF-031 \[MSApp\] did not come/);
});

test('when all that it waits for came, the sender of the publication is at fault', () => {
  const conversation = [
    accepted(1, positions['SUP (incoming)'], 'IF-031', 'MSApp'),
    accepted(2, positions['MSS (proposed)'], 'IF-034', 'MSAppSPResponse'),
  ];
  const error = told(conversation);
  assert.equal(error.kind, 'harness');
  assert.match(error.message, /IF-035 \[MSAppAccepted\] did not come/);
});

test('a provider that did not answer is named before the register that waits for it', () => {
  const error = told([
    accepted(1, positions['SUP (incoming)'], 'IF-031', 'MSApp'),
    accepted(2, positions.REGS, 'IF-033', 'MSAppSPRequest'),
  ]);
  assert.match(error.message, /IF-034 \[MSAppSPResponse\] did not come/);
});

test('a provider that was never asked is not at fault, but who should have asked it', () => {
  const error = told([accepted(1, positions['SUP (incoming)'], 'IF-031', 'MSApp')]);
  assert.match(error.message, /IF-033 \[MSAppSPRequest\] did not come/);
});
