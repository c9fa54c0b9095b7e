import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import { harnessState, hashOfScenarioSet } from './harness';

function tree(files: Record<string, string> = {}): string {
  const root = scratchDir();
  const all = {
    'features/a.feature': 'Feature: A',
    'steps/then.steps.ts': '1',
    'support/checks/table.ts': '2',
    'support/conversation/match.ts': '3',
    'support/verdict/judge.ts': '4',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

test('the hash is that of names and contents, wherever the folder lies', () => {
  assert.match(hashOfScenarioSet(tree()), /^[0-9a-f]{64}$/);
  assert.equal(hashOfScenarioSet(tree()), hashOfScenarioSet(tree()));
});

test('a feature, step or check that is changed, added or renamed changes the hash', () => {
  const before = hashOfScenarioSet(tree());
  const changes: Record<string, string>[] = [
    { 'features/a.feature': 'Feature: A, changed' },
    { 'features/theme/b.feature': 'Feature: B' },
    { 'steps/then.steps.ts': 'changed' },
    { 'support/checks/table.ts': 'changed' },
    { 'support/conversation/match.ts': 'changed' },
    { 'support/verdict/judge.ts': 'changed' },
  ];
  for (const change of changes) assert.notEqual(hashOfScenarioSet(tree(change)), before, JSON.stringify(change));
  const renamed = tree();
  renameSync(path.join(renamed, 'features/a.feature'), path.join(renamed, 'features/z.feature'));
  assert.notEqual(hashOfScenarioSet(renamed), before);
});

test('tests and what decides nothing leave the hash as it is', () => {
  const others = {
    'support/checks/table.spec.ts': 'x',
    'support/checks/checks.fixtures.ts': 'x',
    'support/verdict/verdict.fixture.ts': 'x',
    'support/verdict/judge.e2e.ts': 'x',
    'support/evidence/summary.ts': 'x',
    'README.md': 'x',
  };
  assert.equal(hashOfScenarioSet(tree(others)), hashOfScenarioSet(tree()));
});

test('in a package the compiled files take the place of the sources', () => {
  const root = tree();
  mkdirSync(path.join(root, 'dist'));
  const before = hashOfScenarioSet(root);
  renameSync(path.join(root, 'steps'), path.join(root, 'dist/steps'));
  assert.notEqual(hashOfScenarioSet(root), before);
});

test('the state of this harness names version and scenario set', () => {
  const { version, scenarioSet } = harnessState();
  assert.match(version, /^\d+\.\d+\.\d+/);
  assert.equal(scenarioSet, hashOfScenarioSet());
});
