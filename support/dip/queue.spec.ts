import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusy } from './busy';
import { createQueue } from './queue';

test('one batch at a time, in order, of what joins the first', async () => {
  const batches: number[][] = [];
  let underWay = 0;
  const queue = createQueue<number>({
    maxBatch: () => 3,
    joins: ([first], item) => first! % 2 === item % 2,
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
    maxBatch: () => 1,
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

test('a queue that is full asks to wait until half of it is gone; a stalled one asks nobody', async () => {
  const sent: number[] = [];
  let go: () => void = () => undefined;
  const queue = createQueue<number>({
    maxBatch: () => 1,
    joins: () => false,
    backlog: 4,
    send: ([item]) =>
      new Promise((resolve) => {
        go = () => {
          go = () => undefined;
          sent.push(item!);
          resolve();
        };
      }),
  });
  const all = queue.push(1, 2, 3, 4, 5);
  await new Promise(setImmediate);
  assert.equal(queue.waiting(), 4);
  const room = queue.room();
  assert.ok(room);
  let found = false;
  void room.then(() => (found = true));
  go();
  await new Promise(setImmediate);
  assert.deepEqual([queue.waiting(), found], [3, false]);
  go();
  await room;
  assert.equal(queue.waiting(), 2);
  void queue.push(6, 7, 8);
  queue.stall(true);
  assert.equal(queue.room(), undefined);
  while (sent.length < 8) {
    go();
    await new Promise(setImmediate);
  }
  await all;
  assert.deepEqual(sent, [1, 2, 3, 4, 5, 6, 7, 8]);
});

test('what waits long is kept light and made whole in its turn; what is gone is passed over', async () => {
  const loaded: string[] = [];
  const sent: string[] = [];
  const queue = createQueue<string, number>({
    maxBatch: () => 2,
    joins: () => true,
    backlog: 1,
    lighten: (item) => Number(item),
    async load(light) {
      loaded.push(String(light));
      return light === 4 ? undefined : String(light);
    },
    async send(batch) {
      sent.push(batch.join('+'));
    },
  });
  await Promise.all([queue.push('1', '2', '3', '4'), queue.pushLight(5)]);
  assert.deepEqual(
    [loaded, sent],
    [
      ['3', '4', '5'],
      ['1+2', '3+5'],
    ],
  );
});

test('what is abandoned counts as settled, and nothing of it is sent', async () => {
  const sent: number[] = [];
  let go: () => void = () => undefined;
  const queue = createQueue<number>({
    maxBatch: () => 1,
    joins: () => false,
    send: ([item]) => new Promise((resolve) => (go = () => (sent.push(item!), resolve()))),
  });
  const all = queue.push(1, 2, 3);
  await new Promise(setImmediate);
  queue.abandon();
  go();
  await all;
  assert.deepEqual([sent, queue.waiting()], [[1], 0]);
});
