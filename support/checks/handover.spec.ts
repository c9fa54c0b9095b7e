import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerInput } from '../ledger';
import { answer, mss, result, submission } from './checks.fixture';

const status = (over: Partial<LedgerInput> = {}): LedgerInput => ({ ...answer(over), kind: 'status' });
const standardResponse = { ok: true, transactionIDs: ['T-1'] };

test('status-answer: 201 or 207 with ten fields that name the transaction', () => {
  const of = (over: Partial<LedgerInput>, facts: object = { standardResponse }) =>
    result('status-answer', status(over), { facts });
  assert.equal(of({}), 'pass');
  assert.equal(of({ httpStatus: 207 }), 'pass');
  for (const httpStatus of [200, 204, 404, 500])
    assert.match(of({ httpStatus }), /^fail: expected 201 or 207 for a status/);
  const short = { ok: false, problem: 'help is missing', transactionIDs: ['T-1'] };
  assert.match(of({}, { standardResponse: short }), /^fail: .*help is missing/);
  assert.match(of({}, { standardResponse: { ok: true, transactionIDs: [null] } }), /^fail: .*none for T-1/);
  assert.equal(of({ transactionID: null }), 'pass', 'a status message that names none');
  assert.equal(of({ httpStatus: undefined }, { unreachable: 'connection refused' }), 'not-applicable');
});

test('webhook-registered: what the DIP has no webhook for is shown, of a participant only', () => {
  const letter = submission({}, { kind: 'refused', to: mss.dipId, name: 'no-webhook' });
  assert.match(result('webhook-registered', letter), /^fail: expected a webhook for IF-031; 2300000003 has none/);
  assert.equal(result('webhook-registered', { ...letter, name: 'undelivered' }), 'not looked at');
  const unsent = status({ name: 'no-webhook', httpStatus: undefined });
  assert.match(result('webhook-registered', unsent), /^fail: expected a webhook for status messages/);
  assert.equal(result('webhook-registered', unsent, { own: 'simulated' }), 'not-applicable');
  assert.equal(result('webhook-registered', status()), 'pass');
});
