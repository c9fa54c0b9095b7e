import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseInForce } from './release';

const inForce = [
  { release: '2.2.1', from: '2026-11-05' },
  { release: '2.1.0', from: '2026-06-25' },
];
const at = (moment: string) => releaseInForce({ inForce }, new Date(moment))?.release;

test('the release in force is the last whose day has come', () => {
  assert.equal(at('2026-11-04T12:00:00Z'), '2.1.0');
  assert.equal(at('2026-11-05T00:00:00Z'), '2.2.1');
  assert.equal(at('2026-06-24T12:00:00Z'), undefined);
});

test('a day begins at local midnight', () => {
  assert.equal(at('2026-06-24T22:59:59Z'), undefined);
  assert.equal(at('2026-06-24T23:00:00Z'), '2.1.0');
  assert.equal(at('2026-11-04T23:59:59Z'), '2.1.0', 'in winter it is that of UTC');
});

test('an environment that does not say has none', () => {
  assert.equal(releaseInForce({ inForce: [] }, new Date()), undefined);
});
