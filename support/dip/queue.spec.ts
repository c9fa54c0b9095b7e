import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusy } from './busy';
import { createQueue } from './queue';

test('one batch at a time, in order, of what joins the first', async () => {
  const batches: number[][] = [];
  let underWay = 0;
  const queue = createQueue<number>({
    maxBatch: 3,
    joins: (first, item) => first % 2 === item % 2,
    async send(batch) {
      assert.equal((underWay += 1), 1);
      batches.push(batch);
      await Promise.resolve();
      underWay -= 1;
    },
  });
  await Promise.all([queue.push(1, 3, 5, 7, 2), queue.push(4, 9)]);
  assert.deepEqual(batches, [[1, 3, 5], [7], [2, 4], [9]]);
});

test('a batch that fails tells its items and stops nothing', async () => {
  const queue = createQueue<string>({
    maxBatch: 1,
    joins: () => false,
    send: ([item]) => (item === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve()),
  });
  const [bad, good] = await Promise.allSettled([queue.push('bad'), queue.push('good')]);
  assert.deepEqual([bad.status, good.status], ['rejected', 'fulfilled']);
  await queue.push('later');
});

test('idle waits for all work, also for what begins before the last ends', async () => {
  const busy = createBusy();
  await busy.idle();
  const ends: (() => void)[] = [];
  const work = () => busy.during(new Promise<void>((resolve) => ends.push(resolve)));
  const first = work();
  let idle = false;
  const waited = busy.idle().then(() => (idle = true));
  const second = work();
  ends[0]!();
  await first;
  assert.equal(idle, false);
  ends[1]!();
  await second;
  await waited;
});
