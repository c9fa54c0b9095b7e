import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../../testing';
import {
  batch,
  crashed,
  found,
  journalForTest,
  lastFile,
  message,
  owes,
  segmentFiles,
  service,
  supplier,
} from './journal.fixture';

test('what was accepted is owed, known and read as it came, in memory and on disk', async () => {
  for (const on of ['disk', 'memory']) {
    const { journal } = await journalForTest(on === 'memory' ? { dir: undefined } : {});
    assert.deepEqual([journal.reserve(), journal.reserve()], [1, 2]);
    const two = [
      message('A', { to: [supplier, service], originator: '1000000008' }),
      message('B', { mpan: undefined }),
    ];
    delete two[1]!.mpan;
    const first = batch(1, { messages: two });
    await journal.accept(first);
    await journal.accept(batch(2, { channel: 'IF-032' }));
    assert.deepEqual(await journal.read(1), first);
    assert.deepEqual(journal.owed(), [
      owes(1, { to: supplier }),
      owes(1),
      owes(1, { index: 1 }),
      owes(2, { channel: 'IF-032' }),
    ]);
    assert.deepEqual([journal.has('A'), journal.has('B'), journal.has('C')], [true, true, false]);
    assert.equal(await journal.read(3), undefined);
    await journal.close();
  }
});

test('a restart knows what is owed, read, found and remembered, and goes on counting', async () => {
  const { journal, open, dir } = await journalForTest();
  const batches = [batch(journal.reserve()), batch(journal.reserve()), batch(journal.reserve())];
  for (const one of batches) await journal.accept(one);
  journal.settle(owes(2), 'delivered');
  journal.remember('webhook', { url: 'https://a' });
  journal.remember('gone', 1);
  journal.remember('gone', undefined);
  await journal.flush();
  const killed = await open({ dir: crashed(dir) });
  await journal.close();
  for (const again of [killed, await open()]) {
    assert.deepEqual(again.owed(), [owes(1), owes(3)]);
    for (const one of batches) assert.deepEqual(await again.read(one.record), one);
    assert.deepEqual(await found(again), ['R-1', 'R-2', 'R-3']);
    assert.deepEqual([again.has('R-2'), again.has('R-4')], [true, false]);
    assert.deepEqual([...again.remembered()], [['webhook', { url: 'https://a' }]]);
    assert.equal(again.reserve(), 4);
    await again.close();
  }
});

test('with `fresh` nothing of before is there', async () => {
  const { journal, open, dir } = await journalForTest();
  await journal.accept(batch(1));
  await journal.close();
  const again = await open({ fresh: true });
  assert.deepEqual([again.owed(), again.has('R-1'), await again.read(1)], [[], false, undefined]);
  assert.equal(segmentFiles(dir).length, 1);
  await again.close();
});

test('a batch that goes to nobody owes nothing, and one that goes twice to somebody is owed once', async () => {
  const { journal } = await journalForTest({ dir: undefined });
  await journal.accept(batch(1, { messages: [message('A', { to: [] })] }));
  assert.deepEqual(journal.owed(), []);
  await journal.accept(batch(2, { messages: [message('B', { to: [service, service] })] }));
  assert.deepEqual(journal.owed(), [owes(2)]);
});

test('what is not owed cannot be settled, and settling twice is settling once', async () => {
  const { journal, open } = await journalForTest();
  await journal.accept(batch(1));
  for (const other of [owes(2), owes(1, { index: 1 }), owes(1, { to: supplier })]) journal.settle(other, 'delivered');
  assert.deepEqual(journal.owed(), [owes(1)]);
  journal.settle(owes(1), 'dead');
  journal.settle(owes(1), 'delivered');
  await journal.close();
  const again = await open();
  assert.deepEqual(again.owed(), []);
  await again.close();
});

test('a settlement that comes before its batch is written stands behind it', async () => {
  const { journal, open } = await journalForTest();
  const writing = journal.accept(batch(1));
  journal.settle(owes(1), 'delivered');
  assert.equal(journal.has('R-1'), true, 'known from the call on');
  await writing;
  await journal.close();
  const again = await open();
  assert.deepEqual(again.owed(), []);
  await again.close();
});

test('numbers may come out of order and leave gaps', async () => {
  const { journal, open } = await journalForTest();
  for (const record of [7, 3, 9]) await journal.accept(batch(record));
  await journal.close();
  const again = await open();
  for (const record of [7, 3, 9]) assert.equal((await again.read(record))?.record, record);
  for (const record of [2, 4, 8, 10]) assert.equal(await again.read(record), undefined);
  assert.equal(again.reserve(), 10);
  assert.deepEqual(again.owed(), [owes(7), owes(3), owes(9)]);
  await again.close();
});

test('a remembered value is a copy', async () => {
  const { journal } = await journalForTest({ dir: undefined });
  const value = { held: [1] };
  journal.remember('key', value);
  value.held.push(2);
  assert.deepEqual(journal.remembered().get('key'), { held: [1] });
});

test('folder and files are for their owner alone, older ones too', async (t) => {
  if (process.platform === 'win32') return t.skip('Windows has no such rights');
  const dir = join(scratchDir(), 'open');
  mkdirSync(dir, { mode: 0o755 });
  const { journal, open } = await journalForTest({ dir });
  await journal.accept(batch(1));
  await journal.close();
  chmodSync(lastFile(dir).path, 0o644);
  const again = await open();
  for (const path of [dir, join(dir, 'journal.lock'), ...segmentFiles(dir)])
    assert.equal(statSync(path).mode & 0o077, 0, path);
  await again.close();
});

test('a closed journal takes nothing and closes once', async () => {
  const { journal, dir } = await journalForTest();
  await journal.accept(batch(1));
  await Promise.all([journal.close(), journal.close()]);
  const before = readFileSync(lastFile(dir).path);
  await assert.rejects(journal.accept(batch(2)), { code: 'DIP_JOURNAL_CLOSED' });
  journal.settle(owes(1), 'delivered');
  journal.remember('key', 1);
  assert.deepEqual(readFileSync(lastFile(dir).path), before);
});

test('one journal in a folder at a time, in one process and in two', async () => {
  const { journal, open, dir } = await journalForTest();
  await assert.rejects(open(), { code: 'DIP_JOURNAL_IN_USE', place: dir });
  await journal.close();
  writeFileSync(join(dir, 'journal.lock'), `${process.ppid}\n`);
  await assert.rejects(open(), (error: Error) => error.message.includes(`process ${process.ppid}`));
});

test('a lock that a killed process left, or that cannot be read, is taken over', async () => {
  const { spawnSync } = await import('node:child_process');
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  for (const left of [`${gone}\n`, `${process.pid}\n`, '', 'x']) {
    const dir = scratchDir();
    writeFileSync(join(dir, 'journal.lock'), left);
    const { journal } = await journalForTest({ dir });
    assert.equal(Number(readFileSync(join(dir, 'journal.lock'), 'utf8')), process.pid);
    await journal.close();
  }
});
