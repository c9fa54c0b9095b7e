import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationMs, durationText } from '.';

test('a duration is read as milliseconds', () => {
  const read = ['250ms', '5s', '2m', '1h', '2.5s', ' 0ms '].map(durationMs);
  assert.deepEqual(read, [250, 5_000, 120_000, 3_600_000, 2_500, 0]);
});

test('what has no unit, two units or a sign is no duration', () => {
  for (const text of ['', '5', 's', '5 s', '-5s', '1m30s', '5S', '5d', '.5s', 'fives']) {
    assert.equal(durationMs(text), undefined, `"${text}"`);
  }
});

test('a duration is written as a person reads it', () => {
  const written = [0, 249.6, 999, 1_000, 2_500, 59_900, 60_000, 150_000].map(durationText);
  assert.deepEqual(written, ['0 ms', '250 ms', '999 ms', '1 s', '2.5 s', '59.9 s', '1 min', '2.5 min']);
});
