import assert from 'node:assert/strict';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { scratchDir } from '../../testing';
import { batch, journalForTest, lastFile, owes } from './journal.fixture';

/** A disk that has room for so many bytes more; then a write ends in its middle and the next one fails. */
async function fullDisk(t: TestContext, room: number): Promise<() => void> {
  const handle = await open(join(scratchDir(), 'any'), 'w');
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  let left = room;
  const write = prototype.writev;
  const full = t.mock.method(prototype, 'writev', function (this: FileHandle, pieces: Buffer[], at: number) {
    const bytes = Buffer.concat(pieces).subarray(0, left);
    left -= bytes.length;
    if (bytes.length > 0) return write.call(this, [bytes], at);
    return Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }));
  });
  return () => full.mock.restore();
}

test('a full disk: nothing is accepted until a write succeeds, and nothing half-written stays', async (t) => {
  for (const room of [0, 1, 100, 250]) {
    const { journal, open: again, dir, faults } = await journalForTest();
    await journal.accept(batch(1));
    const good = lastFile(dir).size;
    const free = await fullDisk(t, room);
    const refused = { code: 'DIP_JOURNAL_NOT_WRITTEN', kind: 'environment', message: /ENOSPC/ };
    journal.settle(owes(1), 'delivered');
    journal.remember('key', 'kept');
    await assert.rejects(journal.accept(batch(2)), refused);
    await assert.rejects(journal.accept(batch(3)), refused);
    await assert.rejects(journal.flush(), refused);
    assert.equal(faults.length, 1, 'told once');
    assert.deepEqual([journal.has('R-2'), await journal.read(2), journal.owed()], [false, undefined, []]);
    free();
    await journal.accept(batch(4));
    assert.ok(lastFile(dir).size > good);
    await journal.close();
    const next = await again();
    assert.deepEqual(next.owed(), [owes(4)], 'what was settled meanwhile is written, too');
    assert.deepEqual([next.has('R-1'), next.has('R-2'), next.has('R-4')], [true, false, true]);
    assert.deepEqual([...next.remembered()], [['key', 'kept']]);
    await next.close();
  }
});

test('what is queued behind a failing write fails by itself, and a later success is a success', async (t) => {
  const { journal } = await journalForTest();
  const free = await fullDisk(t, 10);
  const results = await Promise.allSettled([1, 2, 3].map((record) => journal.accept(batch(record))));
  free();
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  );
  await journal.accept(batch(4));
  assert.deepEqual(journal.owed(), [owes(4)]);
  await journal.close();
});

test('a rotation that fails refuses the batch and leaves the older file as it was', async (t) => {
  const { journal, dir } = await journalForTest({ segmentBytes: 100 });
  await journal.accept(batch(1));
  const before = lastFile(dir);
  const free = await fullDisk(t, 5);
  await assert.rejects(journal.accept(batch(2)), { code: 'DIP_JOURNAL_NOT_WRITTEN' });
  free();
  assert.deepEqual(lastFile(dir), before);
  await journal.accept(batch(3));
  assert.notEqual(lastFile(dir).path, before.path);
  await journal.close();
});

test('a journal that cannot write at its end says so and still gives the folder back', async (t) => {
  const { journal, open: again, faults } = await journalForTest();
  await journal.accept(batch(1));
  journal.settle(owes(1), 'delivered');
  const free = await fullDisk(t, 0);
  await journal.close();
  free();
  assert.ok(faults.length > 0);
  const next = await again();
  assert.deepEqual(next.owed(), [owes(1)], 'it is delivered once more');
  await next.close();
});

test('what a failed write left is cut off before a smaller one takes its place', async (t) => {
  const { journal, open: again, dir } = await journalForTest();
  const free = await fullDisk(t, 3000);
  await assert.rejects(journal.accept(batch(1, { bytes: Buffer.alloc(5000, '\n') })));
  assert.ok(lastFile(dir).size > 3000, 'a part of it was written');
  free();
  await journal.accept(batch(2));
  assert.ok(lastFile(dir).size < 1000);
  await journal.close();
  const next = await again();
  assert.deepEqual(next.owed(), [owes(2)]);
  await next.close();
});
