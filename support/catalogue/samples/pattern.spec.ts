import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromPattern } from './pattern';
import { drawOf } from './random';

const patterns = [
  String.raw`^-?\d{1,9}\.\d{3}$`,
  String.raw`^\d{13}?$`,
  String.raw`^S-((IF|REP)-)?\d{3,4}-[0-9a-fA-F]{10}-[A-Z]{3,5}-\d{8}-[a-zA-Z0-9]+$`,
  String.raw`^[A-Z]{4}$`,
  String.raw`^(?:a|bc*|[^a-z\d]{2})\s\w.$`,
  String.raw`^[\w.-]+@[a-z]{2,}\/\$$`,
];

test('what is made of a pattern fits it, whatever is drawn', () => {
  for (const pattern of patterns) {
    assert.match(fromPattern(pattern, drawOf(undefined, '')), new RegExp(pattern));
    const property = fc.property(fc.integer(), (seed) =>
      new RegExp(pattern).test(fromPattern(pattern, drawOf(seed, ''))),
    );
    fc.assert(property, { numRuns: 50 });
  }
});

test('both ways of an alternative and both ends of a repeat come about', () => {
  const made = new Set(Array.from({ length: 60 }, (_, seed) => fromPattern('^(a|b){1,2}$', drawOf(seed, ''))));
  assert.deepEqual([...made].sort(), ['a', 'aa', 'ab', 'b', 'ba', 'bb']);
});
