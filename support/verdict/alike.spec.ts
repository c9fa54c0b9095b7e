import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rootCause } from './alike';

const text = (mpan: string, event: string, more = '') =>
  `step     Then these messages are exchanged for ${mpan}\n          | and the table |\nexpected IF-031 [${event}] from SUP within 30 s${more}`;

test('failures that differ in their step, numbers and event have one root cause', () => {
  const one = rootCause(['fail', 'participant', 'LEG_MISSING'], text('99001', 'MSApp'));
  assert.equal(rootCause(['fail', 'participant', 'LEG_MISSING'], text('99002', 'DSApp')), one);
});

test('another blame, code or text is another root cause', () => {
  const head = ['fail', 'participant', 'LEG_MISSING'];
  const one = rootCause(head, text('99001', 'MSApp'));
  assert.notEqual(rootCause(['fail', 'harness', 'LEG_MISSING'], text('99001', 'MSApp')), one);
  assert.notEqual(rootCause(['fail', 'participant', null], text('99001', 'MSApp')), one);
  assert.notEqual(rootCause(head, text('99001', 'MSApp', ', it was refused')), one);
});
