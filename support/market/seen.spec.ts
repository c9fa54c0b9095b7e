import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../catalogue';
import { see } from './seen';

function messageOf(S1: Record<string, unknown>): Message {
  const CommonBlock = { S0: { interfaceID: 'IF-035', eventCode: '[MSAppAccepted]' }, S1: { senderDIPID: '1', ...S1 } };
  return { CommonBlock } as unknown as Message;
}

test('the time of sending is told in UTC', () => {
  assert.equal(see(messageOf({ senderTimestamp: '2027-06-01T09:00:00+01:00' })).sentAt, '2027-06-01T08:00:00.000Z');
});

test('a message without a readable time of sending can be seen, and is older than all others', () => {
  for (const S1 of [{}, { senderTimestamp: 'now' }]) {
    const seen = see(messageOf(S1));
    assert.equal(seen.sentAt, '1970-01-01T00:00:00.000Z');
    assert.equal(seen.label, 'IF-035 [MSAppAccepted]');
  }
});
