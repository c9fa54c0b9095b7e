import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workersOf } from './worker-count';

const workers = (scenarios: number, bundled: boolean, asked?: number) => workersOf({ asked, scenarios, bundled }, 2);

test('twice the cores, at most eight, and no more than there are scenarios', () => {
  assert.equal(workers(158, false), 4);
  assert.equal(workers(3, false), 3);
  assert.equal(workersOf({ asked: undefined, scenarios: 158, bundled: false }, 16), 8);
});

test('the bundled participant answers at once: a worker is loaded for ten scenarios', () => {
  assert.deepEqual(
    [1, 10, 14, 23, 31, 158].map((scenarios) => workers(scenarios, true)),
    [1, 1, 2, 3, 4, 4],
  );
});

test('what the user asks for is done', () => {
  assert.equal(workers(23, true, 6), 6);
  assert.equal(workers(23, false, 1), 1);
  assert.equal(workers(3, false, 6), 3);
});
