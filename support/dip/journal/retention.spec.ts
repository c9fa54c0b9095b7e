import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { batch, crashed, found, journalForTest, lastFile, message, owes, segmentFiles } from './journal.fixture';

const hour = 3_600_000;
const keepMs = 24 * hour;

/** A journal whose clock stands at the time of each batch. */
async function kept(segmentBytes = 1) {
  const t = await journalForTest({ keepMs, segmentBytes });
  const at = () => new Date(t.time.now).toISOString();
  const accept = (record: number, to = ['1000000002']) =>
    t.journal.accept(batch(record, { at: at(), messages: [message(`R-${record}`, { to })] }));
  return { ...t, accept };
}

test('a file that is full is followed by another, which begins with all that is remembered', async () => {
  const { journal, dir, accept, open } = await kept();
  journal.remember('a', 1);
  journal.remember('b', 2);
  journal.remember('a', undefined);
  for (const record of [1, 2, 3]) await accept(record);
  assert.equal(segmentFiles(dir).length, 3);
  assert.match(readFileSync(lastFile(dir).path, 'utf8'), /^.*"segment".*\n\n.*"remembered".*\n\[\["b",2\]\]\n/);
  await journal.close();
  const again = await open();
  assert.deepEqual([...again.remembered()], [['b', 2]]);
  assert.deepEqual(await found(again), ['R-1', 'R-2', 'R-3']);
  await again.close();
});

test('an hour ends a file, too', async () => {
  const { journal, dir, time, accept } = await kept(10_000);
  await accept(1);
  time.now += hour - 1;
  await accept(2);
  assert.equal(segmentFiles(dir).length, 1);
  time.now += 1;
  await accept(3);
  assert.equal(segmentFiles(dir).length, 2);
  await journal.close();
});

test('what is settled goes when its time is over, bytes and references, and what is remembered stays', async () => {
  const { journal, dir, time, accept } = await kept();
  journal.remember('key', 'value');
  await accept(1, []);
  time.now += 4 * hour;
  await accept(2, []);
  time.now += keepMs - 4 * hour - 1;
  await accept(3, []);
  await journal.flush();
  assert.equal((await journal.read(1))?.record, 1);
  time.now += 1;
  await accept(4, []);
  await journal.flush();
  assert.deepEqual([await journal.read(1), journal.has('R-1')], [undefined, false]);
  assert.equal((await journal.read(2))?.record, 2);
  assert.equal(journal.has('R-2'), true);
  assert.equal(
    segmentFiles(dir).some((path) => readFileSync(path, 'utf8').includes('R-1')),
    false,
  );
  assert.deepEqual([...journal.remembered()], [['key', 'value']]);
  await journal.close();
});

test('what is owed stays however old it is, and goes when it is settled', async () => {
  const { journal, time, accept, open, dir } = await kept();
  await accept(1);
  await accept(2, []);
  time.now += 10 * keepMs;
  await accept(3);
  await accept(4, []);
  assert.equal((await journal.read(1))?.record, 1);
  assert.equal(await journal.read(2), undefined);
  assert.deepEqual(journal.owed(), [owes(1), owes(3)]);
  journal.settle(owes(1), 'dead');
  await accept(5, []);
  await accept(6, []);
  await journal.flush();
  assert.equal(await journal.read(1), undefined);
  await journal.close();
  const again = await open();
  assert.deepEqual(again.owed(), [owes(3)]);
  assert.equal(
    segmentFiles(dir).some((path) => readFileSync(path, 'utf8').includes('R-1"')),
    false,
  );
  await again.close();
});

test('the files of a journal that was closed for long go when it is opened, the last one too', async () => {
  const { journal, time, accept, open, dir } = await kept(10_000);
  journal.remember('key', 'value');
  await accept(1, []);
  await accept(2, []);
  await journal.close();
  time.now += 2 * keepMs;
  const again = await open();
  assert.deepEqual([again.has('R-1'), await again.read(1)], [false, undefined]);
  assert.deepEqual([...again.remembered()], [['key', 'value']]);
  assert.equal(again.reserve(), 3, 'numbers go on');
  assert.equal(segmentFiles(dir).length, 1);
  await again.close();
});

test('a settlement outlives the file in which it was written when that of its batch stays', async () => {
  const { journal, time, accept, open, dir } = await kept();
  await journal.accept(batch(1, { messages: [message('A'), message('B')] }));
  await accept(2, []);
  journal.settle(owes(1), 'delivered');
  await journal.flush();
  time.now += 2 * keepMs;
  await accept(3, []);
  await accept(4, []);
  await journal.flush();
  assert.equal(await journal.read(2), undefined, 'the file with the settlement is gone');
  const copy = await open({ dir: crashed(dir) });
  await journal.close();
  for (const again of [copy, await open()]) {
    assert.deepEqual(again.owed(), [owes(1, { index: 1 })]);
    await again.close();
  }
});

test('an idle journal is looked after by a timer', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { journal, time, accept, dir } = await kept(10_000);
  await accept(1);
  journal.settle(owes(1), 'delivered');
  time.now += keepMs;
  t.mock.timers.tick(keepMs);
  await journal.flush();
  assert.deepEqual([await journal.read(1), journal.has('R-1')], [undefined, false]);
  assert.equal(segmentFiles(dir).length, 1);
  await journal.close();
});

test('a journal in memory is bounded by its time, too', async () => {
  const { journal, time } = await journalForTest({ dir: undefined, keepMs, segmentBytes: 1 });
  await journal.accept(batch(1, { messages: [message('A', { to: [] })] }));
  await journal.accept(batch(2));
  time.now += 2 * keepMs;
  await journal.accept(batch(3));
  await journal.flush();
  assert.equal(await journal.read(1), undefined);
  assert.deepEqual([(await journal.read(2))?.record, journal.has('R-2')], [2, true]);
});

test('a journal in memory keeps at most 256 MB of what is settled', async () => {
  const { journal } = await journalForTest({ dir: undefined });
  const bytes = Buffer.alloc(20 * 1024 * 1024);
  await journal.accept(batch(1, { bytes }));
  for (let record = 2; record <= 20; record += 1)
    await journal.accept(batch(record, { bytes, messages: [message(`R-${record}`, { to: [] })] }));
  await journal.flush();
  const there = await Promise.all(Array.from({ length: 20 }, async (_, i) => (await journal.read(i + 1))?.record));
  assert.equal(there[0], 1, 'owed');
  assert.equal(there[1], undefined);
  assert.equal(there[19], 20);
  assert.ok(there.filter((record) => record !== undefined).length >= 12);
});
