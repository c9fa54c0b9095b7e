import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CompactSet } from './compact-set';
import { RecordIndex } from './record-index';

test('a set knows what was added and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (added, asked) => {
      const set = new CompactSet();
      for (const text of added) set.add(text);
      assert.equal(set.size, new Set(added).size);
      for (const text of [...added, ...asked]) assert.equal(set.has(text), added.includes(text));
    }),
  );
});

test('references that differ in little are told apart, in at most 16 bytes each', () => {
  const set = new CompactSet();
  const reference = (i: number) => `S-IF-021-1000000010-SDS-20270601-${String(i).padStart(12, '0')}`;
  for (let i = 0; i < 300_000; i += 1) set.add(reference(i));
  assert.equal(set.size, 300_000);
  for (let i = 300_000; i < 600_000; i += 1) assert.equal(set.has(reference(i)), false);
  assert.ok(set.bytes / set.size < 16, String(set.bytes / set.size));
});

test('an index finds a batch by its number, whatever the order', () => {
  const entry = fc.record({ record: fc.integer({ min: 1, max: 2 ** 30 }), at: fc.integer({ min: 0, max: 2 ** 30 }) });
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: ({ record }) => record, maxLength: 50 }),
      fc.nat(),
      (entries, other) => {
        const index = new RecordIndex();
        entries.forEach(({ record, at }, i) => index.add(record, i * 10, 10, at));
        entries.forEach(({ record, at }, i) => {
          assert.equal(index.find(record), i);
          assert.deepEqual([index.record(i), index.offset(i), index.length(i), index.at(i)], [record, i * 10, 10, at]);
        });
        if (!entries.some(({ record }) => record === other)) assert.equal(index.find(other), undefined);
        if (entries.length > 0) assert.equal(index.latest, Math.max(...entries.map(({ at }) => at)));
      },
    ),
  );
});

test('an index of more than one chunk', () => {
  const index = new RecordIndex();
  for (let i = 0; i < 10_000; i += 1) index.add(2 * i, i * 3, 3, i);
  assert.equal(index.find(2 * 4096), 4096);
  assert.equal(index.find(2 * 4096 + 1), undefined);
  assert.equal(index.offset(9_999), 29_997);
});
