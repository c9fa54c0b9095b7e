import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { home } from '../session';
import {
  needsProc,
  newPlace,
  nothingLeft,
  runFile,
  runsOf,
  start,
  startNode,
  startRun,
  verdictsOf,
  write,
} from './qualify.fixture';

test('list --json prints JSON and nothing else, and starts nothing', async () => {
  const place = newPlace();
  const { code, stdout, stderr } = await start(place, ['list', '--json', '--role', 'SUP']).ended;
  assert.equal(code, 0, stderr);
  assert.equal(stderr, '');
  const { schema, selected, excluded } = JSON.parse(stdout) as Record<string, { id: string; reason?: string }[]>;
  assert.equal(schema, 1);
  assert.ok(selected!.some(({ id }) => id === 'MQ-BP001-020'));
  assert.ok(excluded!.every(({ reason }) => reason));
  assert.deepEqual(runsOf(place), []);
});

test('list prints results on stdout and its remark on stderr', async () => {
  const { stdout, stderr } = await start(newPlace(), ['list', '--scenario', 'MQ-BP001-020']).ended;
  assert.match(stdout, /^MQ-BP001-020 .*\n$/);
  assert.match(stderr, /^1 apply to SUP, 0 do not$/);
});

test('run --json prints one line on stdout, and the run folder is whole', async () => {
  const place = newPlace();
  const { code, stdout, stderr } = await startRun(place, ['--scenario', 'MQ-BP001-020', '--no-report', '--json']).ended;
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^[^\n]+\n$/);
  const said = JSON.parse(stdout) as { run: string; folder: string; exitCode: number; totals: { pass: number } };
  assert.deepEqual([said.exitCode, said.totals.pass], [0, 1]);
  assert.equal(said.folder, path.join(place.out, said.run));
  const { exitCode, partial, findings, run } = verdictsOf(place);
  assert.deepEqual({ exitCode, partial, findings, run }, { exitCode: 0, partial: false, findings: [], run: said.run });
  assert.deepEqual(JSON.parse(runFile(place, 'selection.json')), {
    schema: 1,
    selected: ['MQ-BP001-020'],
    excluded: [],
  });
});

test('every command has help', async () => {
  const place = newPlace();
  const commands = [[], ['run'], ['list'], ['init'], ['report']];
  const all = await Promise.all(commands.map((command) => start(place, [...command, '--help']).ended));
  all.forEach(({ code, stdout, stderr }, index) => {
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, new RegExp(`^Usage: qualify ${commands[index]!.join(' ')}`));
  });
});

const cucumber = path.join(
  path.dirname(createRequire(__filename).resolve('@cucumber/cucumber/package.json')),
  'bin/cucumber.js',
);
const direct = (place: { out: string }, ...args: string[]): string[] => {
  const options = JSON.stringify({ qualify: { out: place.out } });
  return [cucumber, '--profile', 'pit', '--plugin-options', options, ...args];
};

test('Cucumber itself runs a scenario by its tag and writes the verdicts', async () => {
  const place = newPlace();
  const { code, stdout, stderr } = await startNode(place, direct(place, '--tags', '@MQ-BP001-020'), home).ended;
  assert.equal(code, 0, stdout + stderr);
  assert.deepEqual(
    verdictsOf(place).scenarios.map(({ id, verdict }) => `${id} ${verdict}`),
    ['MQ-BP001-020 pass'],
  );
  assert.equal(verdictsOf(place).totals.notRun, 0);
  if (!needsProc.skip) await nothingLeft(place, 0);
});

test('a feature of the user’s own, given to Cucumber itself, is checked as the bundled ones are', async () => {
  const place = newPlace();
  const text = '@process:BP001 @theme:mpan-ownership\nFeature: F\n  @MQ-BP001-999 @rôle:SUP\n  Scenario: S\n';
  const own = write(place, 'own.feature', text);
  const { code, stdout, stderr } = await startNode(place, direct(place, own), home).ended;
  assert.equal(code, 2, stdout + stderr);
  assert.match(stderr, /^FEATURE_TAG_UNKNOWN: .*@rôle:SUP/m);
});

test('Cucumber itself is refused what the command is refused', async () => {
  const place = newPlace();
  const { code, stdout, stderr } = await startNode(place, direct(place, '--name', 'no such name'), home).ended;
  assert.equal(code, 2, stdout + stderr);
  assert.match(stderr, /^SELECTION_EMPTY: /m);
  const options = ['--plugin-options', JSON.stringify({ qualify: { stagge: 'PIT' } })];
  const wrong = await startNode(place, [cucumber, '--profile', 'pit', ...options], home).ended;
  assert.equal(wrong.code, 2, wrong.stdout + wrong.stderr);
  assert.match(wrong.stderr, /^RUN_OPTION_WRONG: .*stagge/m);
  if (!needsProc.skip) await nothingLeft(place);
});
