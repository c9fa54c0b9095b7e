import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Verdicts } from '../verdict';
import { home } from './places';

/** What decides a verdict: a change in any of these is a change of the scenario set. */
const scenarioParts = {
  features: ['features'],
  steps: ['steps'],
  checks: ['support/checks', 'support/conversation', 'support/verdict'],
} as const;
type Part = keyof typeof scenarioParts;
const parts = Object.keys(scenarioParts) as Part[];

/** SHA-256 (hex) of the scenario set, and of each part of it. */
export type ScenarioSet = Record<'whole' | Part, string>;

/** Version, commit and state of the harness itself: the reader must know whether features, steps or checks were changed. */
export function harnessState(): Verdicts['harness'] {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const set = scenarioSet();
  const stamped = stampedScenarioSet();
  const known = { version, scenarioSet: set.whole };
  if (stamped !== undefined) return { ...known, commit: null, ...changes((part) => stamped[part] !== set[part]) };
  const commit = git(['rev-parse', 'HEAD']);
  const status =
    commit === null ? null : git(['status', '--porcelain', '--', ...parts.flatMap((part) => scenarioParts[part])]);
  // Of a copy that no commit names, nothing can be said for any part.
  const isChanged = (part: Part) =>
    status === null || scenarioParts[part].some((folder) => new RegExp(`[ "/]${folder}/`).test(status));
  return { ...known, commit, ...changes(isChanged) };
}

function changes(isChanged: (part: Part) => boolean): Pick<Verdicts['harness'], 'modified' | 'changed'> {
  const changed = parts.filter(isChanged);
  return { modified: changed.length > 0, changed };
}

/** Hashes over names and contents of features, steps and checks below a folder, specs left out. */
export function scenarioSet(root = home): ScenarioSet {
  const whole = createHash('sha256');
  const hashes = parts.map((part) => {
    const hash = createHash('sha256');
    for (const file of scenarioParts[part].flatMap((folder) => filesBelow(folderOf(root, folder))).sort()) {
      const name = `${relative(root, file).replaceAll('\\', '/')}\n`;
      const bytes = readFileSync(file);
      for (const each of [hash, whole]) each.update(name).update(bytes);
    }
    return [part, hash.digest('hex')] as const;
  });
  return { whole: whole.digest('hex'), ...(Object.fromEntries(hashes) as Record<Part, string>) };
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
function stampedScenarioSet(): ScenarioSet | undefined {
  const file = join(home, 'dist/scenario-set.json');
  const inCheckout = existsSync(join(home, 'support/cli'));
  return !inCheckout && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ScenarioSet) : undefined;
}

function git(args: string[]): string | null {
  if (!existsSync(join(home, '.git'))) return null;
  const { status, stdout } = spawnSync('git', args, { cwd: home, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
