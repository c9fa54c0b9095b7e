import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root, runNode } from './lib/process';

const dirs: string[] = [];
after(() => dirs.forEach((dir) => rmSync(dir, { recursive: true })));

const feature = `Feature: F
  Scenario: S
    Given a thing
    Then it is <good>

  Scenario Outline: O
    Then it is <how>
    Examples:
      | how  |
      | good |
      | fine |
`.replace('<good>', 'good');
const steps = `const { Given, Then } = require('@cucumber/cucumber');
Given('a thing', () => {});
Then('it is {word}', () => {});
`;

async function dryRun(files: { feature?: string; steps?: string }): Promise<{ code: number; stdout: string }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'dry-run-'));
  dirs.push(dir);
  for (const folder of ['features', 'steps']) mkdirSync(path.join(dir, folder));
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'), 'junction');
  writeFileSync(path.join(dir, 'cucumber.js'), "module.exports = { dry: { dryRun: true, require: ['steps/*.js'] } };");
  writeFileSync(path.join(dir, 'steps/a.js'), files.steps ?? steps);
  if (files.feature !== '') writeFileSync(path.join(dir, 'features/a.feature'), files.feature ?? feature);
  const script = path.join(root, 'scripts/dry-run.ts');
  const env = { TS_NODE_PROJECT: path.join(root, 'tsconfig.json') };
  const register = path.join(root, 'node_modules/ts-node/register');
  return runNode(['--require', register, script], { cwd: dir, env, quiet: true });
}

test('steps that are all defined once and used are good', async () => {
  const { code, stdout } = await dryRun({});
  assert.equal(stdout, '3 scenarios, 2 step definitions\n');
  assert.equal(code, 0);
});

const offences: [what: string, files: { feature?: string; steps?: string }, text: RegExp][] = [
  [
    'an undefined step, once for all rows',
    { feature: feature.replace('is <how>', 'was <how>') },
    /^features\/a\.feature:7 STEP_UNDEFINED it was \w+\n3 scenarios/,
  ],
  [
    'an ambiguous step',
    { steps: `${steps}Given(/^a (thing)$/, () => {});` },
    /^features\/a\.feature:3 STEP_AMBIGUOUS a thing\n {4}a thing\n {4}\^a \(thing\)\$\n3/,
  ],
  ['an unused definition', { steps: `${steps}Given('a dog', () => {});` }, /^steps\/a\.js:4 STEP_UNUSED a dog\n3/],
  ['an unknown parameter type', { steps: `${steps}Given('a {dog}', () => {});` }, /PARAMETER_TYPE_UNKNOWN \{dog\}/],
  ['a feature that cannot be read', { feature: 'Featur: F' }, /could not read the features/],
  ['no scenarios', { feature: '' }, /NO_SCENARIOS/],
];

for (const [what, files, text] of offences) {
  test(`finds ${what}`, async () => {
    const { code, stdout } = await dryRun(files);
    assert.match(stdout, text);
    assert.equal(code, 1);
  });
}
