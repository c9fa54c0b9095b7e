import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerInput, WireFacts } from '../ledger';
import { answer, result } from './checks.fixture';
import type { CheckId } from './table';

const why = 'its schema is broken';
const call = [{ transactionID: 'T-1' }, { transactionID: 'T-2', mustBeRefused: why }, { transactionID: 'T-3' }];

/** The answer to a call of T-1 (good), T-2 (bad) and T-3 (good), as the entry of one of them has it. */
function looked(
  id: CheckId,
  of: 'T-1' | 'T-2',
  httpStatus: number,
  code: string | undefined,
  named = ['T-1', 'T-2', 'T-3'],
) {
  const messageArray = code === undefined ? [] : [{ transactionID: of, message: `${code} - x` }];
  const entry: LedgerInput = answer({ transactionID: of, httpStatus, body: { messageArray } });
  const facts: WireFacts = {
    call,
    standardResponse: { ok: true, transactionIDs: named },
    ...(of === 'T-2' ? { mustBeRefused: why } : {}),
  };
  return result(id, entry, { facts });
}

test('the bad publication of a call is refused by a 4xx of the whole call or by an item of its own', () => {
  const refuses = (httpStatus: number, code?: string) => looked('refuses-bad-publication', 'T-2', httpStatus, code);
  assert.equal(refuses(207, 'RCP1001'), 'pass');
  assert.equal(refuses(201, 'RCP1001'), 'pass');
  assert.equal(refuses(400, 'RCP1001'), 'pass');
  assert.match(refuses(207, 'RCP0000'), /^fail: expected no 2xx, or an item that refuses it \(its schema is broken\)/);
  assert.match(refuses(201, undefined), /^fail/, 'no item for it');
});

test('an item of another transaction does not speak for the bad one', () => {
  const body = { messageArray: [{ transactionID: 'T-1', message: 'RCP1001 - x' }] };
  const facts = { call, mustBeRefused: why };
  const entry = answer({ transactionID: 'T-2', httpStatus: 207, body });
  assert.match(result('refuses-bad-publication', entry, { facts }), /^fail/);
});

test('batch-items-apart: the good ones are taken, whatever travels with them', () => {
  const apart = (httpStatus: number, code: string) => looked('batch-items-apart', 'T-1', httpStatus, code);
  assert.equal(apart(207, 'RCP0000'), 'pass');
  assert.match(apart(400, 'RCP1000'), /^fail: .*the whole call was answered 400/);
  assert.match(apart(207, 'RCP1000'), /^fail: .*it was refused with RCP1000/);
  assert.equal(looked('batch-items-apart', 'T-2', 207, 'RCP1001'), 'not-applicable');
  const alone = { call: [{ transactionID: 'T-1' }], standardResponse: { ok: true, transactionIDs: ['T-1'] } };
  assert.equal(result('batch-items-apart', answer({ httpStatus: 400 }), { facts: alone }), 'not-applicable');
});

test('webhook-answer leaves a refusal in a mixed call to batch-items-apart, and nothing else', () => {
  const taken = (httpStatus: number, code: string, named?: string[]) =>
    looked('webhook-answer', 'T-1', httpStatus, code, named);
  assert.equal(taken(207, 'RCP0000'), 'pass');
  assert.equal(taken(400, 'RCP1000'), 'not-applicable');
  assert.equal(taken(207, 'RCP1000'), 'not-applicable');
  assert.match(taken(200, 'RCP0000'), /^fail: expected 201 or 207/);
  assert.match(taken(503, 'RCP0000'), /^fail: .*answered 503/);
  assert.match(taken(207, 'RCP0000', ['T-2', 'T-3']), /^fail: .*none for T-1/);
});

test('batch-status: 207 where an item refuses', () => {
  const status = (httpStatus: number, code: string) => looked('batch-status', 'T-2', httpStatus, code);
  assert.equal(status(207, 'RCP1001'), 'pass');
  assert.match(status(201, 'RCP1001'), /^fail: expected 207 .*; answered 201/);
  assert.equal(status(201, 'RCP0000'), 'not-applicable');
  assert.equal(status(400, 'RCP1001'), 'not-applicable');
});

test('refusal-code looks at the item of the bad one', () => {
  assert.equal(looked('refusal-code', 'T-2', 207, 'RCP1001'), 'pass');
  assert.match(looked('refusal-code', 'T-2', 207, 'RCP1004'), /^fail: expected 207 with RCP1001/);
});
