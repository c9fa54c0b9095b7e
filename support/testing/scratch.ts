import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let base: string | undefined;

function baseDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'qualify-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A folder of its own, gone when the process ends. */
export function scratchDir(): string {
  base ??= baseDir();
  return mkdtempSync(path.join(base, 'dir-'));
}

/** A file with that text in a folder of its own. */
export function scratchFile(name: string, text: string): string {
  const file = path.join(scratchDir(), name);
  writeFileSync(file, text);
  return file;
}
