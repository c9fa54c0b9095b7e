import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import { harnessState, scenarioSet } from './harness';

const hashOf = (root: string) => scenarioSet(root).whole;

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
  assert.match(hashOf(tree()), /^[0-9a-f]{64}$/);
  assert.equal(hashOf(tree()), hashOf(tree()));
});

test('a feature, step or check that is changed, added or renamed changes the hash', () => {
  const before = hashOf(tree());
  const changes: Record<string, string>[] = [
    { 'features/a.feature': 'Feature: A, changed' },
    { 'features/theme/b.feature': 'Feature: B' },
    { 'steps/then.steps.ts': 'changed' },
    { 'support/checks/table.ts': 'changed' },
    { 'support/conversation/match.ts': 'changed' },
    { 'support/verdict/judge.ts': 'changed' },
  ];
  for (const change of changes) assert.notEqual(hashOf(tree(change)), before, JSON.stringify(change));
  const renamed = tree();
  renameSync(path.join(renamed, 'features/a.feature'), path.join(renamed, 'features/z.feature'));
  assert.notEqual(hashOf(renamed), before);
});

test('each part of the set has a hash of its own, which nothing else changes', () => {
  const before = scenarioSet(tree());
  const changed = (files: Record<string, string>) => {
    const after = scenarioSet(tree(files));
    return (Object.keys(before) as (keyof typeof before)[]).filter((part) => after[part] !== before[part]);
  };
  assert.deepEqual(changed({ 'features/a.feature': 'Feature: A, changed' }), ['whole', 'features']);
  assert.deepEqual(changed({ 'steps/then.steps.ts': 'changed' }), ['whole', 'steps']);
  assert.deepEqual(changed({ 'support/verdict/judge.ts': 'changed' }), ['whole', 'checks']);
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
  assert.equal(hashOf(tree(others)), hashOf(tree()));
});

test('in a package the compiled files take the place of the sources', () => {
  const root = tree();
  mkdirSync(path.join(root, 'dist'));
  const before = hashOf(root);
  renameSync(path.join(root, 'steps'), path.join(root, 'dist/steps'));
  assert.notEqual(hashOf(root), before);
});

test('the state of this harness names version and scenario set', () => {
  const state = harnessState();
  assert.match(state.version, /^\d+\.\d+\.\d+/);
  assert.equal(state.scenarioSet, scenarioSet().whole);
  assert.equal(state.modified, state.changed!.length > 0);
});
