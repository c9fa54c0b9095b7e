import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Message, sampleMessage, validateMessage } from '../catalogue';
import type { AcceptedBatch } from './journal';
import { maxReplayBytes, past, replayed } from './replay';

const query = { channel: 'IF-031', to: '2400000001', from: new Date(0), until: new Date() };
const published = () => sampleMessage('IF-031', 'MSApp', { egress: true });

/** A journal that finds one message in each of so many batches. */
function journal(messages: readonly (Message | undefined)[], limit = 3) {
  const asked: unknown[] = [];
  const read = { until: 0 };
  async function* find(q: unknown) {
    asked.push(q);
    for (const record of messages.keys()) {
      read.until = record;
      yield { batch: { record } as AcceptedBatch, index: 0 };
    }
  }
  return { journal: { find }, messageOf: ({ record }: AcceptedBatch) => messages[record], limit, asked, read };
}

test('what is found is an array of {payload}, in order, marked as replayed and still valid', async () => {
  const messages = [published(), published()];
  const d = journal(messages);
  const result = await past(query, d);
  assert.ok(result.ok);
  assert.deepEqual(d.asked, [query]);
  const items = JSON.parse(result.body.toString()) as { payload: Message }[];
  assert.deepEqual(
    items.map(({ payload }) => payload.CommonBlock.D0!.transactionID),
    messages.map((m) => m.CommonBlock.D0!.transactionID),
  );
  for (const { payload } of items) {
    assert.equal(payload.CommonBlock.D0!.replayIndicator, true);
    assert.equal(validateMessage(payload, 'egress').ok, true);
  }
  assert.deepEqual(
    result.found.map(({ message }) => message),
    items.map(({ payload }) => payload),
  );
  assert.equal(messages[0]!.CommonBlock.D0!.replayIndicator, false, 'the original is left alone');
});

test('a message that cannot be made again is left out', async () => {
  const result = await past(query, journal([undefined, published()]));
  assert.equal(result.ok && result.found.length, 1);
});

test('nothing found is refused, in words', async () => {
  for (const messages of [[], [undefined]]) {
    const result = await past(query, journal(messages));
    assert.ok(!result.ok);
    assert.match(result.help, /^no publication of IF-031 to 2400000001/);
  }
});

test('as many as the limit are given, one more is refused with what to do', async () => {
  const many = Array.from({ length: 9 }, published);
  assert.equal((await past(query, journal(many.slice(0, 3)))).ok, true);
  const d = journal(many);
  const result = await past(query, d);
  assert.ok(!result.ok);
  assert.match(result.help, /^more than 3 publications match: ask for a shorter time/);
  assert.equal(d.read.until, 3, 'no more is read than it takes to know');
});

test('what is too large is refused', async () => {
  const large = published();
  large.CommonBlock.S1.subText = 'x'.repeat(maxReplayBytes / 2);
  const result = await past(query, journal([large, large]));
  assert.ok(!result.ok);
  assert.match(result.help, /larger than 50000000 bytes: ask for/);
});

test('a message without D0 cannot be marked', () => {
  const message = sampleMessage('IF-031', 'MSApp');
  assert.equal(replayed(message), message);
});
