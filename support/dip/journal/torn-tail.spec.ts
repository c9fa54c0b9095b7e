import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../../testing';
import { batch, crashed, found, journalForTest, lastFile, message, owes, segmentFiles } from './journal.fixture';

test('a tail that was torn at any byte of the last record is cut off, and everything before it is kept', async () => {
  const { journal, open, dir } = await journalForTest();
  await journal.accept(batch(1));
  const kept = lastFile(dir).size;
  await journal.accept(batch(2, { messages: [message('A'), message('B')] }));
  const { path, size } = lastFile(dir);
  const whole = readFileSync(path);
  await journal.close();
  for (let cut = kept; cut < size; cut += 1) {
    writeFileSync(path, whole.subarray(0, cut));
    const again = await open();
    assert.deepEqual(again.owed(), [owes(1)], `cut at ${cut}`);
    assert.deepEqual([again.has('R-1'), again.has('A'), await again.read(2)], [true, false, undefined]);
    assert.equal(lastFile(dir).size, kept);
    assert.equal(again.reserve(), 2);
    await again.accept(batch(2, { messages: [message('C')] }));
    assert.deepEqual(await found(again), ['R-1', 'C']);
    await again.close();
  }
});

test('a settlement that was torn is none', async () => {
  const { journal, open, dir } = await journalForTest();
  await journal.accept(batch(1));
  journal.settle(owes(1), 'delivered');
  await journal.flush();
  const copy = crashed(dir);
  await journal.close();
  const { path, size } = lastFile(copy);
  truncateSync(path, size - 1);
  const again = await open({ dir: copy });
  assert.deepEqual(again.owed(), [owes(1)]);
  await again.close();
});

test('what was begun and never had its name is no segment, and an empty one is none', async () => {
  const { journal, open, dir } = await journalForTest();
  await journal.accept(batch(1));
  await journal.close();
  const good = segmentFiles(dir);
  writeFileSync(join(dir, 'journal-000000000009.log.new'), '{"kind":"segment"');
  writeFileSync(join(dir, 'journal-000000000008.log'), '{"kind":"seg');
  const again = await open();
  assert.deepEqual(segmentFiles(dir), good);
  assert.deepEqual(again.owed(), [owes(1)]);
  await again.close();
});

test('damage that is no torn tail is told, with file and byte, and nothing is cut off', async () => {
  const damages: [string, (whole: Buffer, second: number) => Buffer, RegExp][] = [
    ['a header', (whole, second) => Buffer.from(whole).fill('x', second, second + 4), /byte \d+ on: no header/],
    ['a length', (whole) => Buffer.from(whole.toString('latin1').replace(/"length":\d/, '"length":1'), 'latin1'), /on/],
    ['a beginning', (whole, second) => whole.subarray(second), /byte 0 on: it does not begin/],
    ['a version', (whole) => Buffer.from(whole.toString().replace('"version":1', '"version":2')), /version 2/],
    ['two beginnings', (whole) => Buffer.concat([whole, whole]), /second beginning/],
  ];
  for (const [name, damage, text] of damages) {
    const { journal, open, dir } = await journalForTest({ dir: scratchDir() });
    const second = lastFile(dir).size;
    await journal.accept(batch(1));
    await journal.accept(batch(2));
    await journal.close();
    const { path } = lastFile(dir);
    writeFileSync(path, damage(readFileSync(path), second));
    const before = readFileSync(path);
    await assert.rejects(open(), { code: 'DIP_JOURNAL_DAMAGED', place: path, message: text }, name);
    assert.deepEqual(readFileSync(path), before, name);
    await assert.rejects(open(), { code: 'DIP_JOURNAL_DAMAGED' }, 'the folder was given back');
  }
});

test('a record larger than what is read at once, and a header larger than it, are passed over whole', async () => {
  const { journal, open } = await journalForTest();
  const large = batch(1, { bytes: Buffer.alloc(3_000_001, '\n') });
  const many = batch(2, { messages: Array.from({ length: 9000 }, (_, i) => message(`M-${i}`)) });
  for (const one of [large, many, batch(3)]) await journal.accept(one);
  await journal.close();
  const again = await open();
  assert.equal(again.owed().length, 9002);
  assert.ok((await again.read(1))?.bytes.equals(large.bytes));
  assert.deepEqual((await found(again)).slice(-2), ['M-8999', 'R-3']);
  await again.close();
});

test('a file that something else appended to is not taken for a tail that was torn', async () => {
  const { journal, open, dir } = await journalForTest();
  await journal.close();
  appendFileSync(lastFile(dir).path, 'hello\n');
  await assert.rejects(open(), { code: 'DIP_JOURNAL_DAMAGED' });
});
