import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMessage } from '../../catalogue';
import { combineHooks, noHooks } from './hooks';

const message = sampleMessage('IF-031', 'MSApp');

test('without parts nothing is changed', () => {
  assert.deepEqual(combineHooks([]), noHooks);
  assert.deepEqual(noHooks.outgoing(message), [{ message }]);
  assert.deepEqual(noHooks.book(message), [message]);
  assert.equal(noHooks.again(message, {}), message);
  assert.deepEqual([noHooks.patience(7), noHooks.letsIn('a'), noHooks.largestBody(9)], [7, false, 9]);
});

test('parts work one after the other: delays add up, channels stay, what is given up stays given up', () => {
  const late = { outgoing: () => [{ message, channel: 'IF-031', afterMs: 2 }] };
  const twice = { outgoing: () => [{ message }, { message, afterMs: 3 }] };
  assert.deepEqual(combineHooks([late, twice]).outgoing(message), [
    { message, channel: 'IF-031', afterMs: 2 },
    { message, channel: 'IF-031', afterMs: 5 },
  ]);
  const again = combineHooks([{ again: () => undefined }, { again: () => message }]).again;
  assert.equal(again(message, {}), undefined);
  const { patience, letsIn, largestBody } = combineHooks([
    { patience: (ms) => ms / 2, letsIn: (fingerprint) => fingerprint === 'a' },
    { patience: (ms) => ms - 1, largestBody: () => 5 },
  ]);
  assert.deepEqual([patience(8), letsIn('a'), letsIn('b'), largestBody(9)], [3, true, false, 5]);
});

test('of several answers to status messages the one that is no 201 stands, and what is left out stays so', () => {
  const away = { statuses: () => ({ status: 404, items: [], again: [message] }) };
  const nothing = { statuses: (items: readonly never[]) => ({ status: 201, items, again: [] }) };
  for (const parts of [
    [away, nothing],
    [nothing, away],
  ]) {
    assert.deepEqual(combineHooks(parts).statuses([]), { status: 404, items: [], again: [message] });
  }
});
