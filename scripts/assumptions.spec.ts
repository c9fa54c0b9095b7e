import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../support/catalogue';
import { checkCatalogue, type CheckDefinition } from '../support/checks';
import { assumptionsOf, loadAssumptions, loadEnvironment } from '../support/stage';
import { root } from './lib/process';

const register = () => loadAssumptions(path.join(root, 'fixtures/assumptions/assumptions.yaml'));
const judging = ['checks', 'conversation', 'dip', 'hub', 'market', 'verdict'];
const constant = /\b\w*(?:Ms|Days|Hours|Minutes)\s*=\s*[\d_]+(?:\s*\*\s*[\d_]+)*\s*;(.*)/;

/** Limits that stand as numbers in code, with what is said of them on their line. */
function limitsIn(text: string): { line: string; assumption: string | undefined }[] {
  return text.split('\n').flatMap((line) => {
    const rest = constant.exec(line)?.[1];
    return rest === undefined ? [] : [{ line: line.trim(), assumption: /\/\/ assumption ([a-z-]+)/.exec(rest)?.[1] }];
  });
}

test('a check that is inferred, wholly or in part, names a registered assumption', async () => {
  const known = (await register()).map(({ id }) => id);
  const checks = Object.entries(checkCatalogue as Record<string, CheckDefinition>);
  const inferred = checks.filter(([, { source }]) => source.includes('inferred'));
  assert.ok(inferred.length > 5);
  const without = inferred.filter(([, { assumption }]) => !assumption || !known.includes(assumption));
  assert.deepEqual(
    without.map(([id]) => id),
    [],
  );
});

test('a rule beyond the schema that judges a participant and is inferred names a registered assumption', async () => {
  const known = (await register()).map(({ id }) => id);
  const judging = rules.filter(({ basis, level }) => basis === 'inferred' && level !== 'warning');
  assert.ok(judging.length > 5);
  assert.deepEqual(
    judging.filter(({ assumption }) => !assumption || !known.includes(assumption)).map(({ id }) => id),
    [],
  );
});

test('an environment raises a check by the assumption that the check rests on', async () => {
  const file = path.join(root, 'fixtures/environments/pit.yaml');
  const { levels } = await loadEnvironment(file, await register());
  for (const [id, { assumption }] of Object.entries(levels)) {
    const check = (checkCatalogue as Record<string, CheckDefinition>)[id];
    if (check?.assumption) assert.equal(assumption, check.assumption, id);
  }
});

test('a limit that stands in code names a registered assumption on its line', async () => {
  const known = (await register()).map(({ id }) => id);
  const files = judging.flatMap((folder) =>
    readdirSync(path.join(root, 'support', folder))
      .filter((name) => name.endsWith('.ts') && !/\.(spec|e2e|fixture)\.ts$/.test(name))
      .map((name) => path.join(root, 'support', folder, name)),
  );
  const found = files.flatMap((file) => limitsIn(readFileSync(file, 'utf8')));
  assert.ok(found.length >= 2);
  assert.deepEqual(
    found.filter(({ assumption }) => !assumption || !known.includes(assumption)).map(({ line }) => line),
    [],
  );
});

test('a limit without an assumption is found', () => {
  const [bare, named] = limitsIn(
    'const skewMs = 5 * 60_000;\nconst waitMs = 10; // assumption answer-time\nlet n = 3;',
  );
  assert.equal(bare?.assumption, undefined);
  assert.equal(named?.assumption, 'answer-time');
  assert.equal(limitsIn('let n = 3;').length, 0);
});

test('every assumption of the register is used somewhere', async () => {
  const all = await register();
  const texts = ['support', 'fixtures', 'features'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'assumptions.yaml' && !/\.spec\.ts$/.test(entry.name))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
  );
  const used = new Set(assumptionsOf(await loadEnvironment(path.join(root, 'fixtures/environments/pit.yaml'), all)));
  const idle = all.filter(({ id }) => !used.has(id) && !texts.some((text) => text.includes(id)));
  assert.deepEqual(
    idle.map(({ id }) => id),
    [],
  );
});
