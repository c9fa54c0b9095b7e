import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultKind } from '../control';
import { anyOf, manners, meaning, spoilings } from './troubles';

test('every word stands for something that the DIP can do', () => {
  const kinds = [...Object.values(manners), ...Object.values(spoilings)];
  assert.deepEqual(
    kinds.filter((kind) => !faultKind.options.includes(kind)),
    [],
  );
  assert.equal(new Set(kinds).size, kinds.length);
});

test('of two words that begin alike the longer one is read', () => {
  const long = 'in a body of more than 100 kB, asking first whether it may';
  assert.equal(anyOf(manners).exec(long)![0], long);
  assert.equal(meaning(manners, long), 'large-body-expect');
  assert.equal(meaning(manners, 'toString'), undefined);
});
