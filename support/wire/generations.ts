import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writePrivate } from './private-file';

export type Files = Record<string, string>;

/**
 * Finds the newest usable folder `<prefix>.<n>` under `dir`, or makes the next one. A folder appears with all its
 * files at once (made aside, then renamed), so of two processes that make the same one the first wins and the other
 * reads the winner's: nobody waits and nothing is half there. Returns its path and what `use` made of its files.
 */
export async function newestOrNext<T>(
  dir: string,
  prefix: string,
  use: (files: Files) => T | undefined,
  make: () => Promise<Files>,
): Promise<{ path: string; value: T }> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (let lost = 0; ; lost += 1) {
    const newest = await newestGeneration(dir, prefix);
    const path = join(dir, `${prefix}.${newest}`);
    const value = newest === 0 ? undefined : use(await readFiles(path));
    if (value !== undefined) return { path, value };
    try {
      await putAside(dir, join(dir, `${prefix}.${newest + 1}`), await make());
    } catch (error) {
      // Another process was first; more than a few times in a row is no race.
      if (!isTaken(error) || lost >= 5) throw error;
    }
  }
}

async function newestGeneration(dir: string, prefix: string): Promise<number> {
  const numbers = (await readdir(dir))
    .filter((name) => name.startsWith(`${prefix}.`))
    .map((name) => name.slice(prefix.length + 1))
    .filter((rest) => /^[1-9]\d*$/.test(rest))
    .map(Number);
  return Math.max(0, ...numbers);
}

async function readFiles(path: string): Promise<Files> {
  const files = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
  const read = files.map(async ({ name }) => [name, await readFile(join(path, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function putAside(dir: string, target: string, files: Files): Promise<void> {
  const draft = join(dir, `draft-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(draft, { mode: 0o700 });
    await Promise.all(Object.entries(files).map(([name, text]) => writePrivate(join(draft, name), text)));
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

// Windows says EPERM where the target folder exists.
function isTaken(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['EEXIST', 'ENOTEMPTY'].includes(code) || (code === 'EPERM' && process.platform === 'win32');
}
