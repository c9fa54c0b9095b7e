import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b070, delivery, logged, mss, regs, result, submission } from './checks.fixture';

const request = { from: regs, interface: 'IF-033', event: 'MSAppSPRequest' };
const reply = { from: mss, interface: 'IF-034', event: 'MSAppSPResponse' };
const earlier = [delivery(request, mss.dipId, 'CI-1', 1)];

test('correlation: a first message quotes nothing', () => {
  assert.equal(result('correlation', submission()), 'pass');
  assert.match(result('correlation', submission({ correlationID: 'CI-9' })), /^fail: expected null/);
});

test('correlation: an answer quotes the delivery that it answers', () => {
  assert.equal(result('correlation', submission({ ...reply, correlationID: 'CI-1' }), { earlier }), 'pass');
  assert.match(
    result('correlation', submission({ ...reply, correlationID: 'CI-2' }), { earlier }),
    /^fail: .*CI-1.*"CI-2"/,
  );
  assert.match(result('correlation', submission(reply), { earlier }), /^fail: .*it is null/);
  assert.match(result('correlation', submission({ ...reply, correlationID: 'CI-1' })), /^fail: .*none was delivered/);
});

test('correlation: an answer that comes before its delivery is recorded is looked up at the acceptance', () => {
  const accepted = logged(submission(request, { initialCorrelationID: 'CI-1' }), 1);
  const given = submission({ ...reply, correlationID: 'CI-1' });
  assert.equal(result('correlation', given, { earlier: [accepted] }), 'pass');
});

test('correlation: quoting one request with the content of another is a fault', () => {
  const other = { B070: { ...b070, contractReferenceMeteringService: 'C2' } };
  const two = [...earlier, delivery({ ...request, custom: other }, mss.dipId, 'CI-2', 2)];
  const crossed = submission({ ...reply, correlationID: 'CI-1', custom: other });
  assert.match(result('correlation', crossed, { earlier: two }), /^fail: .*B070 is of another \(CI-2\)/);
  assert.equal(
    result('correlation', submission({ ...reply, correlationID: 'CI-2', custom: other }), { earlier: two }),
    'pass',
  );
});

test('correlation: a later leg quotes the message that opened the conversation', () => {
  const opened = [delivery({}, regs.dipId, 'CI-1', 1)];
  assert.equal(result('correlation', submission({ ...request, correlationID: 'CI-1' }), { earlier: opened }), 'pass');
  assert.match(result('correlation', submission({ ...request, correlationID: 'CI-3' }), { earlier: opened }), /^fail/);
  assert.equal(result('correlation', submission(request)), 'not-applicable');
});

test('answered-once: a second answer to one request fails, also when the request was delivered twice', () => {
  const given = submission({ ...reply, correlationID: 'CI-1' });
  assert.equal(result('answered-once', given, { earlier }), 'pass');
  const again = [...earlier, delivery(request, mss.dipId, 'CI-1', 2, 'T-1'), logged(given, 3)];
  assert.match(result('answered-once', given, { earlier: again }), /^fail: .*accepted before \(line 3\)/);
});

test('a copy that was spoilt on purpose is no request', () => {
  const spoilt = { ...delivery(request, mss.dipId, 'CI-1', 2), name: 'spoilt' };
  const given = submission({ ...reply, correlationID: 'CI-1' });
  assert.match(result('correlation', given, { earlier: [spoilt] }), /^fail: .*none was delivered/);
  assert.match(result('answered-once', given, { earlier: [...earlier, spoilt, logged(given, 3)] }), /^fail/);
});

test('answered-once: two requests have two answers; refusals and first messages are not counted', () => {
  const given = submission({ ...reply, correlationID: 'CI-1' });
  const two = [...earlier, delivery(request, mss.dipId, 'CI-1', 2, 'T-other'), logged(given, 3)];
  assert.equal(result('answered-once', given, { earlier: two }), 'pass');
  assert.equal(result('answered-once', submission()), 'not-applicable');
  assert.equal(result('answered-once', { ...given, kind: 'refused' }, { earlier: two }), 'not-applicable');
});
