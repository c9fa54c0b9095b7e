import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, result } from './checks.fixture';

const good = { call: [{ transactionID: 'T-1' }], standardResponse: { ok: true, transactionIDs: ['T-1'] } };

test('webhook-answer: 201 or 207 with a StandardResponse that names each transaction', () => {
  assert.equal(result('webhook-answer', answer(), { facts: good }), 'pass');
  assert.equal(result('webhook-answer', answer({ httpStatus: 207 }), { facts: good }), 'pass');
  assert.equal(result('webhook-answer', answer({}, null), { facts: good }), 'pass');
});

test('webhook-answer: other statuses, short items, missing transactions and refusals of a good publication', () => {
  const at = (status: number) => result('webhook-answer', answer({ httpStatus: status }), { facts: good });
  assert.match(at(200), /^fail: expected 201 or 207/);
  assert.match(at(400), /^fail: .*answered 400/);
  assert.match(at(503), /^fail: .*answered 503/);
  const short = { ...good, standardResponse: { ok: false, problem: 'help is missing', transactionIDs: ['T-1'] } };
  assert.match(result('webhook-answer', answer(), { facts: short }), /^fail: .*help is missing/);
  const two = { ...good, call: [{ transactionID: 'T-1' }, { transactionID: 'T-2' }] };
  assert.equal(result('webhook-answer', answer(), { facts: two }), 'pass', 'what is missing is the affair of T-2');
  assert.match(result('webhook-answer', answer({ transactionID: 'T-2' }), { facts: two }), /^fail: .*none for T-2/);
  assert.match(
    result('webhook-answer', answer({}, 'RCP1061 - MPAN'), { facts: good }),
    /^fail: .*refused with RCP1061/,
  );
});

const mustBeRefused = 'the schema is broken';
const bad = { mustBeRefused, call: [{ transactionID: 'T-1', mustBeRefused }] };

test('refuses-bad-publication: no 2xx for a publication that travels alone', () => {
  const status = (httpStatus: number, facts: object = bad) =>
    result('refuses-bad-publication', answer({ httpStatus }, 'RCP1001 - Schema Failure'), { facts });
  assert.equal(status(400), 'pass');
  assert.match(status(201), /^fail: expected no 2xx \(the schema is broken\); answered 201/);
  assert.match(status(207), /^fail/);
  assert.equal(result('refuses-bad-publication', answer(), { facts: good }), 'not-applicable');
  assert.equal(result('webhook-answer', answer({ httpStatus: 400 }), { facts: bad }), 'not-applicable');
});

test('a client certificate that must not be let in: cut off is refused, answered 2xx is not', () => {
  const mustBeRefused = 'the client certificate has expired';
  const cut = { mustBeRefused, turnedAway: 'the connection was lost' };
  const none = answer({ httpStatus: undefined });
  assert.equal(result('refuses-bad-publication', none, { facts: cut }), 'pass');
  assert.equal(result('reachable', none, { facts: cut }), 'not-applicable');
  assert.equal(result('answered-within', answer({ ms: 1001 }), { facts: cut }), 'not-applicable');
  assert.match(result('refuses-bad-publication', answer(), { facts: { mustBeRefused } }), /^fail: expected no 2xx/);
  const silent = { mustBeRefused, unreachable: 'nobody listens there' };
  assert.equal(result('refuses-bad-publication', none, { facts: silent }), 'not-applicable');
  assert.match(result('reachable', none, { facts: silent }), /^fail/);
});

test('refusal-code: the code of the cause', () => {
  const code = (mustBeRefused: string, message: string) =>
    result('refusal-code', answer({ httpStatus: 400 }, message), { facts: { mustBeRefused } });
  assert.equal(code('the schema is broken', 'RCP1001 - Schema Failure'), 'pass');
  assert.equal(code('wrong signature', 'RCP9999'), 'pass');
  assert.equal(code('foreign environment', 'RCP1004'), 'pass');
  assert.match(code('wrong signature', 'RCP1001'), /^fail: expected 400 with RCP9999/);
  assert.match(code('foreign environment', 'no'), /^fail: .*has nothing/);
  assert.equal(result('refusal-code', answer({ httpStatus: 201 }), { facts: bad }), 'not-applicable');
});

test('reachable and answered-within', () => {
  assert.equal(result('reachable', answer(), { facts: good }), 'pass');
  const gone = { unreachable: 'connection refused' };
  assert.equal(result('reachable', answer({ httpStatus: undefined }), { facts: gone }), 'fail: connection refused');
  assert.equal(result('webhook-answer', answer({ httpStatus: undefined }), { facts: gone }), 'not-applicable');
  assert.equal(result('reachable', answer({ httpStatus: undefined })), 'not-applicable', 'an attempt before the last');
  assert.equal(result('answered-within', answer({ ms: 1000 })), 'pass');
  assert.match(result('answered-within', answer({ ms: 1001 })), /^fail: .*within 1000 ms; it took 1001 ms/);
});
