import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { acts, type ActDefinition } from '../support/market';
import { outsiderWords } from '../support/stage';
import { sentencesOf } from './acts-doc';
import { root, runNode } from './lib/process';

const dir = mkdtempSync(path.join(tmpdir(), 'act-steps-'));
after(() => rmSync(dir, { recursive: true }));

/** A feature of one scenario; a sentence that ends in a colon has a table. */
function featureOf(sentences: readonly string[]): string {
  const steps = sentences.map(
    (sentence) => `    * ${sentence}${sentence.endsWith(':') ? '\n      | from | today |' : ''}`,
  );
  return `Feature: F\n  Scenario: S\n${steps.join('\n')}\n`;
}

/** Which of these sentences are no step of the project, or several. */
async function wrong(sentences: readonly string[]): Promise<string[]> {
  mkdirSync(path.join(dir, 'features'), { recursive: true });
  writeFileSync(path.join(dir, 'features/a.feature'), featureOf(sentences));
  const requireModule = [path.join(root, 'bin/load.js')];
  const steps = readdirSync(path.join(root, 'steps')).map((name) => `steps/${name}`);
  const files = ['support/world/index.ts', ...steps].map((name) => path.join(root, name));
  const dry = { dryRun: true, requireModule, require: files };
  writeFileSync(path.join(dir, 'cucumber.js'), `module.exports = ${JSON.stringify({ dry })};`);
  const script = path.join(root, 'scripts/dry-run.ts');
  const env = { TS_NODE_PROJECT: path.join(root, 'tsconfig.json') };
  const register = path.join(root, 'node_modules/ts-node/register');
  const { stdout } = await runNode(['--require', register, script], { cwd: dir, env, quiet: true });
  assert.match(stdout, /^1 scenarios, \d+ step definitions$/m);
  return stdout.split('\n').flatMap((line) => /STEP_(?:AMBIGUOUS|UNDEFINED) .*/.exec(line)?.[0] ?? []);
}

/** Every way to say an act that has words. */
function forms([name, definition]: [string, ActDefinition]): string[] {
  const [sentence = ''] = sentencesOf(name, definition);
  if (definition.says === undefined) return [sentence];
  const ends = ['', ' with:', ', effective 10 days ahead', ', effective 3 days after the SSD with:'];
  return ends.map((end) => `${sentence}${end}`);
}

symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'), 'junction');

test('every act is one step in each of its forms, whoever does it', async () => {
  const sentences = Object.entries<ActDefinition>(acts).flatMap(forms);
  const named = ['SUP (outgoing)', 'an Outgoing Supplier', 'LDSO', 'DCC', ...Object.values(outsiderWords)];
  const others = named.map((who) => `${who} secures the switch of MPAN "A"`);
  assert.ok(sentences.length > 20);
  assert.deepEqual(await wrong([...sentences, ...others]), []);
});

test('what is no act is found', async () => {
  const sentences = [
    'CSS secures the trains of MPAN "A"',
    'the Distributor secures the switch of MPAN "A"',
    'CSS secures the switch of MPAN "A", by hand',
  ];
  const undefinedOnes = sentences.map((sentence) => `STEP_UNDEFINED ${sentence}`);
  assert.deepEqual(await wrong([...sentences, 'CSS secures the switch of MPAN "A"']), undefinedOnes);
});
