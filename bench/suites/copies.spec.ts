import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { bundled, home, readScenarios, tagWords } from '../../support/session';
import { loadAssumptions } from '../../support/stage';
import { writeCopies } from './copies';

const folder = mkdtempSync(path.join(tmpdir(), 'copies-'));
after(() => rmSync(folder, { recursive: true }));

test('the copies are one scenario of the project, each with an id of its own, and nothing else is left', async () => {
  await writeCopies(home, folder, 70);
  await writeCopies(home, folder, 60);
  const words = tagWords(await loadAssumptions(bundled.assumptions));
  const copies = await readScenarios(path.join(folder, 'features'), folder, words);
  assert.equal(copies.length, 60);
  assert.equal(new Set(copies.map(({ id }) => id)).size, 60);
  const all = await readScenarios(bundled.features, home, words);
  const original = all.find(({ id }) => id === 'MQ-BP001-010')!;
  assert.ok(original.messages.length > 5);
  for (const { steps, roles, messages } of copies) {
    assert.deepEqual(steps, original.steps);
    assert.deepEqual({ roles, messages }, { roles: original.roles, messages: original.messages });
  }
});
