import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dipErrors, errorsOf } from '../../errors';

const raise = errorsOf(dipErrors);

/** The locks of this process; another one with our number, as happens in containers, had those that are not here. */
const held = new Set<string>();

/** Takes a folder, which must be there, for this process. Returns the way to give it back. DIP_JOURNAL_IN_USE. */
export function lockFolder(dir: string): () => void {
  const file = join(dir, 'journal.lock');
  const inUse = (pid: number) => raise('DIP_JOURNAL_IN_USE', { dir, pid }, dir);
  if (held.has(file)) throw inUse(process.pid);
  if (!create(file)) {
    const pid = holder(file);
    if (pid !== undefined && pid !== process.pid && isAlive(pid)) throw inUse(pid);
    rmSync(file, { force: true });
    if (!create(file)) throw inUse(holder(file) ?? 0);
  }
  held.add(file);
  return () => {
    held.delete(file);
    if (holder(file) === process.pid) rmSync(file, { force: true });
  };
}

/** Writes the lock aside and links it into place: nobody may see it half written. False when there is one. */
function create(file: string): boolean {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
