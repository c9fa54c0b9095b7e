import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { createLedger, readLedger, scanLedger, type LinePlace } from '.';

let folder = '';
before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'scan-'))));
after(() => rm(folder, { recursive: true, force: true }));

/** A ledger of three lines; the second is longer than what is read at once, and not in ASCII. */
async function written(name: string): Promise<{ file: string; bytes: Buffer }> {
  const file = path.join(folder, name);
  const ledger = createLedger({ file });
  for (const body of ['a', '€'.repeat(100_000), { b: 1 }]) {
    ledger.append({ source: 'dip', kind: 'accepted', from: '1', to: 'DIP', body });
  }
  await ledger.close();
  return { file, bytes: await readFile(file) };
}

const scanned = async (file: string) => {
  const seen: { seq: number; place: LinePlace }[] = [];
  return { seen, ...(await scanLedger(file, ({ seq }, place) => seen.push({ seq, place }))) };
};

test('each entry is told with the place of its line, whatever the length of the line', async () => {
  const { file, bytes } = await written('whole');
  const { seen, intact, problem, sha256 } = await scanned(file);
  assert.deepEqual([intact, problem], [true, undefined]);
  assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'));
  assert.equal(seen.length, 3);
  for (const { seq, place } of seen) {
    const line = bytes.subarray(place.start, place.start + place.length).toString('utf8');
    assert.equal(JSON.parse(line).seq, seq);
    assert.equal(bytes[place.start + place.length], 10);
  }
});

test('the hash is that of the whole file, though no line is told after one that is no entry', async () => {
  const { file, bytes } = await written('unreadable');
  const [first, second, third] = bytes.toString('utf8').split('\n');
  const text = `${first}\n{"seq":2}\n${second}\n${third}`;
  await writeFile(file, text);
  const { seen, intact, problem, sha256 } = await scanned(file);
  assert.deepEqual([intact, problem, seen.length], [false, 'line 2 is not a ledger entry', 1]);
  assert.equal(sha256, createHash('sha256').update(text).digest('hex'));
});

test('a cut-off end is told before a broken chain, and left out', async () => {
  const { file, bytes } = await written('cut');
  await writeFile(file, bytes.toString('utf8').replace('"body":"a"', '"body":"b"'));
  assert.equal((await scanned(file)).problem, 'line 2 does not follow from the line before it');
  await writeFile(file, bytes.toString('utf8').replace('"body":"a"', '"body":"b"').slice(0, -5));
  const { seen, problem } = await scanned(file);
  assert.deepEqual([seen.length, problem], [2, 'line 3 is cut off']);
  assert.equal((await readLedger(file)).entries.length, 2);
});

test('an empty file is intact; an absent one is the error of the file system', async () => {
  const file = path.join(folder, 'empty');
  await writeFile(file, '');
  assert.deepEqual([(await scanned(file)).intact, (await scanned(file)).seen.length], [true, 0]);
  await assert.rejects(scanned(path.join(folder, 'absent')), { code: 'ENOENT' });
});
