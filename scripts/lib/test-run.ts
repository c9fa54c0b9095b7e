import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Counts, isGood, readCounts } from './counts';
import { NodeOptions, root, runNode } from './process';

/** Files below the folders whose path ends so and holds one of the patterns (if any), relative, with `/`, sorted. */
export function findFiles(folders: readonly string[], ending: string, patterns: readonly string[] = [], top = root) {
  return folders
    .map((folder) => path.join(top, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name))))
    .map((file) => path.relative(top, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending) && (!patterns.length || patterns.some((part) => file.includes(part))))
    .sort();
}

/** Runs test files in one process, with node's spec reporter. Not ok: a failure, another exit code, or no test at all. */
export async function runTests(files: string[], options: NodeOptions = {}): Promise<{ counts: Counts; ok: boolean }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'tests-'));
  const tap = path.join(dir, 'result.tap');
  try {
    const reporters = ['spec', 'stdout', 'tap', tap].map((value, i) =>
      i % 2 ? `--test-reporter-destination=${value}` : `--test-reporter=${value}`,
    );
    const loader = path.join(root, 'scripts/load-specs.cjs');
    const args = [...reporters, '--require=ts-node/register', loader, ...files];
    const { code } = await runNode(args, { limitMinutes: 20, ...options });
    const counts = readCounts(existsSync(tap) ? readFileSync(tap, 'utf8') : '');
    return { counts, ok: code === 0 && isGood(counts) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
