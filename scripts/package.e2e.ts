import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { mustFind, needs } from '../support/testing';
import { NodeResult, root, runNode } from './lib/process';

// A folder with a space in its name, since users have such folders.
const dir = path.join(mkdtempSync(path.join(tmpdir(), 'package-')), 'empty project');
after(() => rmSync(path.dirname(dir), { recursive: true, force: true }));

const installed = path.join(dir, 'node_modules/mhhs-qualify');

async function npm(args: string[], cwd: string): Promise<NodeResult> {
  const result = await runNode([mustFind('npm'), ...args], { cwd, quiet: true });
  assert.equal(result.code, 0, result.stdout + result.stderr);
  return result;
}

if (!needs('npm').skip) {
  before(async () => {
    mkdirSync(dir);
    writeFileSync(path.join(dir, 'package.json'), '{ "name": "empty-project", "private": true }');
    await npm(['pack', '--silent', '--pack-destination', dir], root);
    const [tarball] = readdirSync(dir).filter((name) => name.endsWith('.tgz'));
    await npm(['install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], dir);
  });
}

test('the package holds what a run needs, compiled, and no sources or tests', needs('npm'), () => {
  const files = readdirSync(installed, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  for (const needed of [
    'bin/qualify.js',
    'dist/support/cli/main.js',
    'dist/features.json',
    'cucumber.js',
    'LICENSE',
    'README.md',
  ]) {
    assert.ok(files.includes(needed), needed);
  }
  assert.ok(files.some((name) => /^features\/.+\.feature$/.test(name)));
  assert.ok(files.some((name) => /^dist\/steps\/.+\.steps\.js$/.test(name)));
  assert.ok(files.some((name) => /^fixtures\/.+\.yaml$/.test(name)));
  const own = files.filter((name) => !name.startsWith('node_modules/'));
  assert.deepEqual(
    own.filter((name) => /\.(spec|e2e|fixture)\.|\.tgz$|^support\/|(?<!\.d)\.ts$/.test(name)),
    [],
  );
});

test('a packed npm package installed into an empty project runs the main job', needs('npm'), async () => {
  const args = [path.join(installed, 'bin/qualify.js'), 'run', '--scenario', 'MQ-BP001-010', '--no-report'];
  const { code, stdout, stderr } = await runNode(args, { cwd: dir, quiet: true });
  assert.equal(code, 0, stdout + stderr);
  const run = readFileSync(path.join(dir, 'reports/latest.txt'), 'utf8').trim();
  const folder = path.join(dir, 'reports', path.basename(run));
  const verdicts = JSON.parse(readFileSync(path.join(folder, 'verdicts.json'), 'utf8')) as {
    harness: { modified: boolean };
    scenarios: { id: string; verdict: string }[];
  };
  assert.equal(verdicts.harness.modified, false);
  assert.deepEqual(
    verdicts.scenarios.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id),
    ['MQ-BP001-010'],
  );
});

test('the installed command answers to its name', needs('npm'), async () => {
  const { stdout } = await npm(['exec', '--offline', '--', 'qualify', '--help'], dir);
  assert.match(stdout, /qualify/);
});
