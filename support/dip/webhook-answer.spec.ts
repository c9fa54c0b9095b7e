import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardItem } from './answers';
import { byTransaction, readAnswer } from './webhook-answer';

const item = (transactionID: string) => standardItem(new Date(0), { transactionID });
const body = (...messageArray: unknown[]) => Buffer.from(JSON.stringify({ messageArray, timestamp: 'now' }));
const call = [{ transactionID: 'T-1' }, { transactionID: 'T-2' }];
const seen = (answer: Buffer, id = 'T-1') => byTransaction(readAnswer(answer), call).facts(id);

test('a StandardResponse is read with all transactions that it names', () => {
  assert.deepEqual(seen(body(item('T-2'), item('T-1'))), { ok: true, transactionIDs: ['T-2', 'T-1'] });
});

test('a short item is the affair of the transaction that it names', () => {
  const { help: _, ...short } = item('T-2');
  const answer = body(item('T-1'), short);
  assert.equal(seen(answer, 'T-1').ok, true);
  assert.deepEqual(seen(answer, 'T-2').ok, false);
  assert.match(seen(answer, 'T-2').problem ?? '', /^messageArray\.1\.help/);
});

test('a short item that names none of the call is held against every one', () => {
  const { help: _, ...short } = item('T-9');
  for (const one of [short, { ...short, transactionID: null }, 'text']) {
    for (const { transactionID } of call)
      assert.equal(seen(body(item('T-1'), item('T-2'), one), transactionID).ok, false);
  }
});

test('what is no StandardResponse at all says why', () => {
  const problem = (text: string) => seen(Buffer.from(text)).problem ?? '';
  assert.equal(problem(''), 'the body is empty');
  assert.equal(problem('Created'), 'the body is not JSON');
  assert.match(problem('[]'), /^body: /);
  assert.match(problem('{"messageArray":[],"timestamp":"now"}'), /^messageArray: /);
  assert.deepEqual(seen(Buffer.from('x')).transactionIDs, []);
});

test('of an answer each transaction keeps its own items', () => {
  const whole = { messageArray: [item('T-1'), item('T-2')], timestamp: 'now' };
  const own = byTransaction(readAnswer(body(item('T-1'), item('T-2'))), call);
  assert.deepEqual(own.body('T-2'), { messageArray: [item('T-2')], timestamp: 'now' });
  assert.deepEqual(own.body('T-3'), whole);
  assert.equal(byTransaction(readAnswer(Buffer.from('text')), call).body('T-1'), 'text');
});
