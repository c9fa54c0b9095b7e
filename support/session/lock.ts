import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsOf, sessionErrors } from '../errors';
import { isAlive } from '../process';

const raise = errorsOf(sessionErrors);

/**
 * Takes the state folder for this process. A lock whose process is gone is taken over. Returns the way to give it
 * back; QualifyErrors RUN_ALREADY_GOING (or `taken`) and FOLDER_NOT_WRITABLE.
 */
export function lockState(
  stateDir: string,
  now: Date,
  taken: 'RUN_ALREADY_GOING' | 'HUB_ALREADY_RUNNING' = 'RUN_ALREADY_GOING',
): () => void {
  const file = join(stateDir, 'run.lock');
  try {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw raise('FOLDER_NOT_WRITABLE', { problem: (error as Error).message }, stateDir);
  }
  const mine = JSON.stringify({ pid: process.pid, since: now.toISOString() });
  if (!create(file, mine)) {
    const holder = read(file);
    // A lock with our own number was left by a process that had it before us, as happens in containers.
    if (holder && holder.pid !== process.pid && isAlive(holder.pid)) throw raise(taken, holder, stateDir);
    rmSync(file, { force: true });
    if (!create(file, mine)) throw raise(taken, read(file) ?? { pid: 0, since: 'now' }, stateDir);
  }
  return () => {
    if (read(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** The process that holds the state folder, other than this one; undefined when it is free. */
export function lockHolder(stateDir: string): { pid: number; since: string } | undefined {
  const holder = read(join(stateDir, 'run.lock'));
  return holder && holder.pid !== process.pid && isAlive(holder.pid) ? holder : undefined;
}

/** Writes the lock aside and links it into place: nobody may see it half written. False when there is one. */
function create(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw raise('FOLDER_NOT_WRITABLE', { problem: (error as Error).message }, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(file: string): { pid: number; since: string } | undefined {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; since: string };
    return { pid, since };
  } catch {
    return undefined;
  }
}
