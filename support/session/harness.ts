import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Verdicts } from '../verdict';
import { home } from './places';

/** What decides a verdict: a change in any of these is a change of the scenario set. */
const scenarioFolders = ['features', 'steps', 'support/checks', 'support/conversation', 'support/verdict'];

/** Version, commit and state of the harness itself: the reader must know whether features, steps or checks were changed. */
export function harnessState(): Verdicts['harness'] {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const scenarioSet = hashOfScenarioSet();
  const stamped = stampedScenarioSet();
  if (stamped !== undefined) return { version, commit: null, scenarioSet, modified: stamped !== scenarioSet };
  const commit = git(['rev-parse', 'HEAD']);
  const changes = commit === null ? null : git(['status', '--porcelain', '--', ...scenarioFolders]);
  return { version, commit, scenarioSet, modified: changes !== '' };
}

/** SHA-256 (hex) over names and contents of features, steps and checks below a folder, specs left out. */
export function hashOfScenarioSet(root = home): string {
  const hash = createHash('sha256');
  for (const file of scenarioFolders.flatMap((folder) => filesBelow(folderOf(root, folder))).sort()) {
    hash.update(`${relative(root, file).replaceAll('\\', '/')}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** In a package the compiled files are what runs. */
function folderOf(root: string, folder: string): string {
  const source = join(root, folder);
  return existsSync(source) ? source : join(root, 'dist', folder);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(spec|e2e|fixtures?)\.|\.map$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What the scenario set was when the package was built; undefined in a checkout. */
function stampedScenarioSet(): string | undefined {
  const file = join(home, 'dist/scenario-set.txt');
  const inCheckout = existsSync(join(home, 'support/cli'));
  return !inCheckout && existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function git(args: string[]): string | null {
  if (!existsSync(join(home, '.git'))) return null;
  const { status, stdout } = spawnSync('git', args, { cwd: home, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
