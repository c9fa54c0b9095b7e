import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scratchDir, scratchFile } from '../testing';
import { openPoolMemory, spentAnywhere } from './pool-memory';

const now = () => new Date('2027-06-21T10:00:00Z');
const place = () => ({ state: path.join(scratchDir(), 'state'), pool: scratchFile('My pool.csv', '') });
const [a, b] = ['9900000000003', '9900000000012'];

test('what is claimed is spent, for this process and for later ones', () => {
  const { state, pool } = place();
  const memory = openPoolMemory(state, pool, now);
  assert.deepEqual([...memory.spent()], []);
  assert.equal(memory.claim(a, 'MQ-BP001-010'), true);
  assert.equal(memory.claim(a, 'MQ-BP001-020'), false);
  const later = openPoolMemory(state, pool, now);
  assert.deepEqual([...later.spent()], [a]);
  assert.equal(later.claim(a, 'MQ-BP001-010'), false);
  assert.equal(later.claim(b, 'MQ-BP001-010'), true);
});

test('of two that are open at once, one gets an MPAN', () => {
  const { state, pool } = place();
  const [one, two] = [openPoolMemory(state, pool), openPoolMemory(state, pool)];
  assert.deepEqual([one.spent().size, two.spent().size], [0, 0]);
  assert.deepEqual(
    [one.claim(a, 'x'), two.claim(a, 'y'), two.claim(b, 'y'), one.claim(b, 'x')],
    [...[true, false, true, false]],
  );
});

const needsLinks = { skip: process.platform === 'win32' ? 'left out: Windows makes links for some users only' : false };

test('each pool file has a memory of its own, by its real path', needsLinks, () => {
  const { state, pool } = place();
  openPoolMemory(state, pool).claim(a, 'x');
  const link = path.join(scratchDir(), 'link.csv');
  symlinkSync(pool, link);
  assert.equal(openPoolMemory(state, link).claim(a, 'x'), false);
  const other = scratchFile('My pool.csv', '');
  assert.equal(openPoolMemory(state, other).claim(b, 'x'), true);
  assert.deepEqual([...openPoolMemory(state, other).spent()], [b]);
  assert.deepEqual([...spentAnywhere(state)].sort(), [a, b]);
  assert.deepEqual(spentAnywhere(scratchDir()), new Set());
});

test('a line that was cut off counts for nothing and spoils no other', () => {
  const { state, pool } = place();
  const memory = openPoolMemory(state, pool, now);
  memory.claim(a, 'x');
  appendFileSync(memory.file, `\n{"mpan":"${b}","at":"2027`);
  const later = openPoolMemory(state, pool, now);
  assert.deepEqual([...later.spent()], [a]);
  assert.equal(later.claim(b, 'x'), true);
  assert.deepEqual([...openPoolMemory(state, pool).spent()], [a, b]);
  assert.deepEqual([...memory.spent()], [a, b]);
});

test('what is forgotten can be claimed again; the rest stays spent', () => {
  const { state, pool } = place();
  const memory = openPoolMemory(state, pool, now);
  assert.equal(memory.forget('all'), 0);
  for (const mpan of [a, b]) memory.claim(mpan, 'x');
  const other = openPoolMemory(state, pool, now);
  assert.equal(other.forget([a, '9900000000099']), 1);
  assert.deepEqual([...memory.spent()], [b]);
  assert.equal(memory.claim(a, 'y'), true);
  assert.equal(other.forget('all'), 2);
  assert.deepEqual([...memory.spent()], []);
  assert.equal(memory.claim(b, 'y'), true);
});

test('the file is its owner’s alone and says when and for what', () => {
  const { state, pool } = place();
  const memory = openPoolMemory(state, pool, now);
  memory.claim(a, 'MQ-BP001-010');
  const [line] = readFileSync(memory.file, 'utf8').split('\n').filter(Boolean);
  const { mpan, at, scenario } = JSON.parse(line!) as Record<string, string>;
  assert.deepEqual([mpan, at, scenario], [a, '2027-06-21T10:00:00.000Z', 'MQ-BP001-010']);
  assert.match(memory.file, /pools[\\/]my-pool-csv-[0-9a-f]{12}\.ndjson$/);
  if (process.platform === 'win32') return;
  assert.deepEqual(
    [statSync(memory.file).mode & 0o777, statSync(path.dirname(memory.file)).mode & 0o777],
    [0o600, 0o700],
  );
});

test('a memory that cannot be written or read stops the lease, not the judgement of whose fault it is', () => {
  const { pool } = place();
  const state = scratchFile('state', '');
  assert.throws(() => openPoolMemory(state, pool).claim(a, 'x'), { code: 'POOL_MEMORY_LOST', kind: 'environment' });
  const dir = scratchDir();
  const { file } = openPoolMemory(dir, pool);
  mkdirSync(file, { recursive: true });
  assert.throws(() => openPoolMemory(dir, pool).spent(), { code: 'POOL_MEMORY_LOST', message: /cannot be read/ });
});
