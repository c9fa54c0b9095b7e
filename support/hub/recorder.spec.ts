import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLedger, type LedgerInput } from '../ledger';
import { createRecorder } from './recorder';

const mpan = '9900000000003';
const own = '1000000021';
const regs = '2000000011';
const positions: Record<string, string> = { REGS: regs, 'MSS (proposed)': own };
const lease = { mpan, scenario: 'MQ-BP001-010', positions, meteringPoint: {} as never };

function recording(levels: Record<string, 'must' | 'should'> = {}) {
  const ledger = createLedger();
  const record = createRecorder({
    ledger,
    leases: {
      take: () => lease,
      takeAll: () => [lease],
      all: () => [lease],
      of: (asked) => (asked === mpan ? lease : undefined),
      position: (asked, dipId) =>
        asked === mpan ? Object.keys(positions).find((name) => positions[name] === dipId) : undefined,
    },
    parties: [
      { dipId: own, mpid: 'REFM', role: 'MSS', name: 'own' },
      { dipId: regs, mpid: 'NRTH', role: 'REGS', name: 'regs' },
    ],
    own: new Set([own]),
    levels,
    answerWithinMs: 100,
  });
  return { ledger, record };
}

const message = (over: Partial<LedgerInput> = {}): LedgerInput => ({
  kind: 'accepted',
  source: 'dip',
  from: own,
  to: 'DIP',
  interface: 'IF-034',
  event: 'MSAppSPResponse',
  mpan,
  ...over,
});
const unsigned = { signature: { ok: false, fault: 'signature-mismatch', detail: 'the bytes differ', boundTo: [own] } };
const failed = (entry: { checks: { id: string; status: string; level: string; blame?: string }[] }, id: string) =>
  entry.checks.find((check) => check.id === id && check.status === 'fail');

test('an entry bears the scenario of its lease and the position of who acts', () => {
  const { record, ledger } = recording();
  assert.deepEqual([record(message(), {}).position, ledger.entries()[0]?.scenario], ['MSS (proposed)', lease.scenario]);
  const delivered = record(message({ kind: 'delivered', from: regs, to: own }), {});
  assert.equal(delivered.position, 'MSS (proposed)', 'the receiver of a delivery');
  assert.equal(record(message({ kind: 'act', from: regs, to: regs }), {}).position, 'REGS');
});

test('an MPAN that is not leased belongs to no scenario, and a stranger has no position', () => {
  const { record } = recording();
  const free = record(message({ mpan: '9900000000012' }), {});
  assert.deepEqual([free.scenario, free.position], [undefined, undefined]);
  assert.equal(failed(free, 'leased-mpan')?.blame, 'participant');
  assert.equal(failed(record(message(), {}), 'leased-mpan'), undefined);
  assert.equal('position' in record(message({ from: 'unknown' }), {}), false);
});

test('what a participant sends is its fault, what a simulated party sends is ours', () => {
  const { record } = recording();
  assert.equal(failed(record(message(), unsigned), 'signature')?.blame, 'participant');
  assert.equal(failed(record(message({ from: regs }), unsigned), 'signature')?.blame, 'harness');
  assert.equal(failed(record(message(), { signature: { ok: true, boundTo: [own] } }), 'signature'), undefined);
});

test('who answers a delivery, or is handed a status message, must answer for it, whoever sent the message', () => {
  const { record } = recording();
  const unreachable = { unreachable: 'connection refused' };
  const answer = (from: string) => record(message({ kind: 'answered', from, to: 'DIP' }), unreachable);
  assert.equal(failed(answer(own), 'reachable')?.blame, 'participant');
  assert.equal(failed(answer(regs), 'reachable')?.blame, 'harness');
  const status = (from: string, to: string) => record(message({ kind: 'status', from, to }), unreachable);
  assert.equal(failed(status('DIP', own), 'reachable')?.blame, 'participant');
  assert.equal(failed(status(regs, own), 'reachable')?.blame, 'participant');
  assert.equal(failed(status(own, regs), 'reachable')?.blame, 'harness');
  assert.equal(status(regs, own).position, 'MSS (proposed)');
});

test('the environment raises the level of a check', () => {
  const late: LedgerInput = message({ kind: 'answered', ms: 500, httpStatus: 201 });
  assert.equal(failed(recording().record(late, {}), 'answered-within')?.level, 'should');
  assert.equal(failed(recording({ 'answered-within': 'must' }).record(late, {}), 'answered-within')?.level, 'must');
  assert.equal(failed(recording().record({ ...late, ms: 50 }, {}), 'answered-within'), undefined);
});

test('checks see what came earlier about the same MPAN', () => {
  const request = message({ kind: 'delivered', interface: 'IF-033', event: 'MSAppSPRequest', from: regs, to: own });
  const { record } = recording();
  record({ ...request, transactionID: 'T-1', correlationID: 'C-1' }, {});
  const body = (correlation: string) => ({
    CommonBlock: {
      S0: { interfaceID: 'IF-034', schemaVersion: '011', eventCode: '[MSAppSPResponse]' },
      S1: { senderDIPID: own, senderRoleID: 'MSS', senderCorrelationID: correlation },
    },
  });
  const right = record(message({ correlationID: 'C-1', body: body('C-1') }), {});
  assert.equal(right.checks.find(({ id }) => id === 'correlation')?.status, 'pass');
  const wrong = record(message({ correlationID: 'C-9', body: body('C-9') }), {});
  assert.ok(failed(wrong, 'correlation'));
});

test('what the DIP could not hand over is the affair of who should have had it', () => {
  const { record } = recording();
  const letter = (to: string) => record(message({ kind: 'refused', from: regs, to, name: 'no-webhook' }), {});
  const failure = failed(letter(own), 'webhook-registered');
  assert.deepEqual([failure?.blame, failure?.level], ['participant', 'should']);
  assert.equal(letter(own).position, 'MSS (proposed)');
  assert.equal(failed(letter(regs), 'webhook-registered'), undefined);
});
