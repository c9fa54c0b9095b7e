import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsOf, sessionErrors } from '../errors';

const raise = errorsOf(sessionErrors);

/**
 * Takes the state folder for this process. A lock whose process is gone is taken over. Returns the way to give it
 * back; QualifyErrors RUN_ALREADY_GOING and FOLDER_NOT_WRITABLE.
 */
export function lockState(stateDir: string, now: Date): () => void {
  const file = join(stateDir, 'run.lock');
  try {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw raise('FOLDER_NOT_WRITABLE', { problem: (error as Error).message }, stateDir);
  }
  const mine = JSON.stringify({ pid: process.pid, since: now.toISOString() });
  if (!create(file, mine)) {
    const holder = read(file);
    if (holder && isAlive(holder.pid)) throw raise('RUN_ALREADY_GOING', holder, stateDir);
    rmSync(file, { force: true });
    if (!create(file, mine)) throw raise('RUN_ALREADY_GOING', read(file) ?? { pid: 0, since: 'now' }, stateDir);
  }
  return () => {
    if (read(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw raise('FOLDER_NOT_WRITABLE', { problem: (error as Error).message }, file);
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
