import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawOf } from './random';

const some = (seed: number | string | undefined, place = 'here') => {
  const draw = drawOf(seed, place);
  return Array.from({ length: 5 }, () => draw.int(0, 1_000_000));
};

test('seed and place decide what is drawn, and a seed in words is not its number', () => {
  assert.deepEqual(some(1), some(1));
  for (const other of [some(2), some('1'), some(1, 'there')]) assert.notDeepEqual(some(1), other);
});

test('without a seed the least and first is drawn, and what is as likely as not is so', () => {
  const draw = drawOf(undefined, 'here');
  assert.deepEqual([draw.int(3, 9), draw.pick(['a', 'b']), draw.chance(0.5), draw.chance(0.49)], [3, 'a', true, false]);
});

test('draws are spread evenly over their range, both ends included', () => {
  const counts = new Map<number, number>();
  for (let seed = 0; seed < 3000; seed++) {
    const drawn = drawOf(seed, 'die').int(1, 6);
    counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
  }
  assert.deepEqual([...counts.keys()].sort(), [1, 2, 3, 4, 5, 6]);
  for (const count of counts.values()) assert.ok(count > 400 && count < 600, String(count));
});
