import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerEntry } from '../ledger';
import { exchangeOf } from './exchange';
import { exchangesOf, limitOf } from './exchanges';

const entry = (over: Partial<LedgerEntry>): LedgerEntry => ({
  ...{ seq: 1, prev: '', at: '2027-06-22T09:00:00.000Z', source: 'dip', kind: 'accepted', from: 'A', to: 'DIP' },
  ...{ redacted: [], checks: [] },
  ...over,
});
const item = (message: string) => ({ messageArray: [{ message }], timestamp: '' });

test('each level is told with its code and text', () => {
  const told = (over: Partial<LedgerEntry>) => {
    const { level, code, text } = exchangeOf(entry(over));
    return [level, code, text];
  };
  assert.deepEqual(told({}), ['L1', 'MSG0000', null]);
  assert.deepEqual(told({ kind: 'refused', name: 'MSG1001' }), ['L1', 'MSG1001', null]);
  assert.deepEqual(told({ kind: 'status', from: 'DIP', to: 'A', body: { message: 'MSG1037 - No recipient' } }), [
    ...['L2', 'MSG1037', 'No recipient'],
  ]);
  assert.deepEqual(told({ kind: 'answered', from: 'B', body: item('RCP0000 - Message Success') }), [
    ...['L3', 'RCP0000', 'Message Success'],
  ]);
  assert.deepEqual(told({ kind: 'status', from: 'B', body: { message: 'REG1033 - Unknown MPAN' } }), [
    ...['L4', 'REG1033', 'Unknown MPAN'],
  ]);
});

test('a dead letter, a refused connection and a text without a code are no level or no code', () => {
  assert.equal(exchangeOf(entry({ kind: 'refused', to: 'B', name: 'undelivered' })).level, null);
  assert.deepEqual([exchangeOf(entry({ kind: 'tls', name: 'no-certificate' })).code], ['no-certificate']);
  const spoken = exchangeOf(entry({ kind: 'answered', body: { message: 'all fine' } }));
  assert.deepEqual([spoken.code, spoken.text], [null, 'all fine']);
});

test('failed checks are named, bodies stay behind', () => {
  const checks = [
    { id: 'signature', level: 'must' as const, status: 'fail' as const, reason: 'x' },
    { id: 'schema', level: 'must' as const, status: 'pass' as const, reason: '' },
  ];
  const told = exchangeOf(entry({ checks, body: { CommonBlock: { M0: { address: 'secret place' } } } }));
  assert.deepEqual(told.failed, ['signature']);
  assert.doesNotMatch(JSON.stringify(told), /secret place/);
});

test('the last that fit an MPAN and a transaction are given', () => {
  const entries = ['1', '2', '1', '1'].map((mpan, at) => entry({ seq: at + 1, mpan, transactionID: `T-${at % 2}` }));
  const seqs = (query: { mpan?: string; transaction?: string; limit: number }) =>
    exchangesOf(entries, query).map(({ seq }) => seq);
  assert.deepEqual(seqs({ mpan: '1', limit: 2 }), [3, 4]);
  assert.deepEqual(seqs({ transaction: 'T-1', limit: 9 }), [2, 4]);
  assert.deepEqual(seqs({ mpan: '1', transaction: 'T-1', limit: 9 }), [4]);
});

test('a limit stays within bounds, whatever is asked', () => {
  assert.deepEqual(
    [null, '5', '0', '999999', 'x', '-3'].map((text) => limitOf(text)),
    [200, 5, 1, 1000, 200, 200],
  );
});
