import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from '../participant';
import { bundled, home, readScenarios, tagWords } from '../session';
import { loadAssumptions } from '../stage';
import { readProofTable } from './prove-table';

const rows = readProofTable();

test('every fault stands in the table, for a role that shows it, and no other', () => {
  assert.deepEqual([...new Set(rows.map(({ fault }) => fault))].sort(), Object.keys(faults).sort());
  for (const { fault, role } of rows) assert.ok((faults[fault]!.roles as string[]).includes(role), `${fault} ${role}`);
  const pairs = rows.map(({ fault, role }) => `${fault} ${role}`);
  assert.deepEqual(pairs, [...new Set(pairs)]);
});

test('every row turns something red, and names scenarios that there are', async () => {
  const words = tagWords(await loadAssumptions(bundled.assumptions));
  const known = new Set((await readScenarios(bundled.features, home, words)).map(({ id }) => id));
  for (const { fault, red, controls } of rows) {
    assert.ok(Object.keys(red).length > 0, fault);
    for (const id of [...Object.keys(red), ...controls]) assert.ok(known.has(id), `${fault}: ${id}`);
  }
});
