import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMessage } from '../catalogue';
import { createSubmissionFaults } from './submission-faults';

const mpan = '2000000000016';
const from = '1000000001';
const body = () => [{ payload: sampleMessage('IF-031', 'MSApp', { mpan }) }];

test('a fault strikes once: the MPAN, the sender and the event that it was meant for', () => {
  const faults = createSubmissionFaults();
  faults.add({ mpan, from, fault: 'unavailable', event: 'MSApp' });
  assert.equal(faults.strike('1000000002', body()), undefined);
  assert.equal(faults.strike(from, [{ payload: sampleMessage('IF-031', 'DSApp', { mpan }) }]), undefined);
  assert.equal(faults.strike(from, 'no batch'), undefined);
  assert.equal(faults.strike(from, body())?.fault, 'unavailable');
  assert.equal(faults.strike(from, body()), undefined);
});

test('a lost answer is found by the old reference, once, and by no other', () => {
  const faults = createSubmissionFaults();
  const first = body();
  faults.lose(first, { status: 201 });
  assert.equal(faults.found(body()), undefined);
  assert.deepEqual(faults.found(first), { status: 201 });
  assert.equal(faults.found(first), undefined);
});
