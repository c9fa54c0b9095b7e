import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writePrivate } from './private-file';
import { scratchDir } from './wire.fixture';

test('a private file and the folders made for it are for their owner only', async () => {
  const dir = scratchDir();
  const file = join(dir, 'a', 'b', 'keys.json');
  await writePrivate(file, 'one');
  await Promise.all(['two', 'three', 'four'].map((text) => writePrivate(file, text)));
  assert.ok(['two', 'three', 'four'].includes(readFileSync(file, 'utf8')));
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(join(dir, 'a')).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(join(dir, 'a', 'b')), ['keys.json']);
});

test('nothing is left behind where the file cannot be put', async () => {
  const dir = scratchDir();
  mkdirSync(join(dir, 'taken', 'inside'), { recursive: true });
  await assert.rejects(writePrivate(join(dir, 'taken'), 'x'));
  assert.deepEqual(readdirSync(dir), ['taken']);
});
