import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assign } from './assign';

test('the sum counts, not the first row that asks', () => {
  assert.deepEqual(
    assign([
      [5, 4],
      [5, 0],
    ]),
    [1, 0],
  );
  assert.deepEqual(
    assign([
      [5, 0],
      [5, 4],
    ]),
    [0, 1],
  );
});

test('more rows than columns, more columns than rows, nothing at all', () => {
  assert.deepEqual(assign([[1], [3], [2]]), [undefined, 0, undefined]);
  assert.deepEqual(assign([[1, 3, 2]]), [1]);
  assert.deepEqual(assign([[], []]), [undefined, undefined]);
  assert.deepEqual(assign([]), []);
});

test('equals the best of every permutation', () => {
  let state = 7;
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const permutations = (n: number[]): number[][] =>
    n.length ? n.flatMap((x) => permutations(n.filter((y) => y !== x)).map((p) => [x, ...p])) : [[]];
  for (let round = 0; round < 30; round++) {
    const scores = Array.from({ length: 4 }, () => Array.from({ length: 4 }, random));
    const sum = (p: (number | undefined)[]) => p.reduce<number>((s, c, r) => s + scores[r]![c!]!, 0);
    const best = Math.max(...permutations([0, 1, 2, 3]).map(sum));
    assert.ok(Math.abs(sum(assign(scores)) - best) < 1e-9);
  }
});
