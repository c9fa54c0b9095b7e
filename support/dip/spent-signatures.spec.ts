import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { createSpentSignatures } from './spent-signatures';

const signature = () => randomBytes(256).toString('base64');

test('a signature counts as used for at least twice the skew, and not for ever', () => {
  let now = 1_000_000;
  const spent = createSpentSignatures({ skewMs: 1000, clock: () => new Date(now) });
  const one = signature();
  assert.equal(spent.has(one), false);
  spent.add(one);
  now += 1999;
  const two = signature();
  spent.add(two);
  assert.deepEqual([spent.has(one), spent.has(two)], [true, true]);
  now += 2000;
  assert.equal(spent.has(two), true);
  now += 2001;
  assert.deepEqual([spent.has(one), spent.has(two)], [false, false]);
});

test('after a long silence nothing of before is kept', () => {
  let now = 0;
  const spent = createSpentSignatures({ skewMs: 1000, clock: () => new Date(now) });
  const one = signature();
  spent.add(one);
  now += 4000;
  assert.equal(spent.has(one), false);
});

test('20,000 signatures take few bytes each and none is mistaken', () => {
  const spent = createSpentSignatures({ skewMs: 1000, clock: () => new Date(0) });
  const all = Array.from({ length: 20_000 }, signature);
  for (const one of all) spent.add(one);
  assert.ok(all.every((one) => spent.has(one)));
  for (let n = 0; n < 20_000; n += 1) assert.equal(spent.has(signature()), false);
  assert.ok(spent.bytes / all.length < 16, `${spent.bytes / all.length} bytes each`);
});
