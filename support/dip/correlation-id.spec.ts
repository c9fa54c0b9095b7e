import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCorrelationIds } from './correlation-id';

const at = new Date('2027-06-01T23:30:00Z');
const ids = createCorrelationIds(Buffer.alloc(32, 1));

test('an id has the published form, the day of its issue and is issued once', () => {
  const issued = Array.from({ length: 1000 }, () => ids.issue(at));
  assert.equal(new Set(issued).size, issued.length);
  for (const id of issued) assert.match(id, /^CI-20270601-[0-9a-f]{24}$/);
});

test('an id is known again, also by another process with the same key', () => {
  const id = ids.issue(at);
  assert.equal(ids.issued(id), true);
  assert.equal(createCorrelationIds(Buffer.alloc(32, 1)).issued(id), true);
});

test('an id of another key, a changed one and one of another form are not known', () => {
  const id = ids.issue(at);
  const last = id.endsWith('0') ? '1' : '0';
  const changed = [
    createCorrelationIds(Buffer.alloc(32, 2)).issue(at),
    id.slice(0, -1) + last,
    id.replace('20270601', '20270602'),
    id.toUpperCase(),
    `${id}0`,
    ` ${id}`,
    id.slice(0, -1),
    'CI-20200101-1',
    '',
  ];
  for (const one of changed) assert.equal(ids.issued(one), false, one);
});
