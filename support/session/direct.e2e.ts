import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import { verdictsSchema } from '../verdict';
import { home } from './places';

/** Cucumber itself, asked for the profile `pit`, with a state folder and an output folder of its own. */
async function cucumber(args: readonly string[], options: object = {}) {
  const [state, out] = [scratchDir(), scratchDir()];
  const plugin = JSON.stringify({ qualify: { out, ...options } });
  const command = [path.join(home, 'node_modules/@cucumber/cucumber/bin/cucumber.js'), '-p', 'pit', ...args];
  const child = spawn(process.execPath, [...command, '--plugin-options', plugin], {
    cwd: home,
    env: { ...process.env, QUALIFY_STATE: state },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'close')) as [number | null];
  const runFile = (name: string) =>
    JSON.parse(readFileSync(path.join(out, readFileSync(path.join(out, 'latest.txt'), 'utf8').trim(), name), 'utf8'));
  return { code, said: (await said).join(''), runFile, verdicts: () => verdictsSchema.parse(runFile('verdicts.json')) };
}

test('what Cucumber is asked for by tags is what runs, and nothing else counts as not run', async () => {
  const run = await cucumber(['--tags', '@MQ-BP001-010 or @MQ-BP001-020 or @MQ-BP003A-310', '--parallel', '2']);
  assert.equal(run.code, 0, run.said);
  const { scenarios, totals } = run.verdicts();
  assert.deepEqual(scenarios.map(({ id, verdict }) => `${id} ${verdict}`).sort(), [
    'MQ-BP001-010 pass',
    'MQ-BP001-020 pass',
  ]);
  assert.equal(totals.notRun, 0);
  const { selected, excluded } = run.runFile('selection.json') as { selected: string[]; excluded: { id: string }[] };
  assert.deepEqual(selected.sort(), ['MQ-BP001-010', 'MQ-BP001-020']);
  assert.deepEqual(
    excluded.map(({ id }) => id),
    ['MQ-BP003A-310'],
  );
});

test('a feature of the user’s own is checked as the bundled ones are', async () => {
  const file = path.join(scratchDir(), 'own.feature');
  writeFileSync(file, '@process:BP001 @theme:mpan-ownership\nFeature: F\n  @MQ-BP001-999 @rôle:SUP\n  Scenario: S\n');
  const run = await cucumber([file]);
  assert.equal(run.code, 2, run.said);
  assert.match(run.said, /FEATURE_TAG_UNKNOWN.*@rôle:SUP/);
});
