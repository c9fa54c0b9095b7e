import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, realpathSync, writeSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { errorsOf, poolErrors } from '../errors';

const raise = errorsOf(poolErrors);

const entrySchema = z.union([
  z.object({ mpan: z.string(), at: z.string(), scenario: z.string(), claim: z.string() }),
  z.object({ forget: z.array(z.string()).nullable(), at: z.string() }),
]);

/** Which MPANs of one pool file earlier runs, and this one, have spent. */
export interface PoolMemory {
  file: string;
  /** As it stands now, also by other processes. */
  spent(): ReadonlySet<string>;
  /** Spends an MPAN; false when it is spent already, whoever was faster. */
  claim(mpan: string, scenario: string): boolean;
  /** Hands MPANs, or all, back; how many of these were spent. */
  forget(mpans: readonly string[] | 'all'): number;
}

/**
 * The memory of a pool file, by its real path: `pools/<name>-<hash>.ndjson` in the state folder, its owner's alone. It
 * is only ever appended to, a line at a time; who claims an MPAN first in the file has it, so that processes need no
 * lock. A line that was cut off counts for nothing. QualifyError POOL_MEMORY_LOST.
 */
export function openPoolMemory(stateDir: string, poolFile: string, now = () => new Date()): PoolMemory {
  const file = join(stateDir, 'pools', `${nameOf(realPath(poolFile))}.ndjson`);
  return memoryOf(file, now);
}

/** Every MPAN that is spent, of whichever pool of a state folder. */
export function spentAnywhere(stateDir: string): Set<string> {
  const folder = join(stateDir, 'pools');
  const files = guarded('read', folder, () => readdirSync(folder).filter((name) => name.endsWith('.ndjson')), []);
  return new Set(files.flatMap((name) => [...memoryOf(join(folder, name)).spent()]));
}

function memoryOf(file: string, now = () => new Date()): PoolMemory {
  const claims = new Map<string, string>();
  let read = 0;

  function take(line: string): void {
    const entry = entryOf(line);
    if (!entry) return;
    if ('mpan' in entry) {
      if (!claims.has(entry.mpan)) claims.set(entry.mpan, entry.claim);
    } else if (entry.forget === null) claims.clear();
    else for (const mpan of entry.forget) claims.delete(mpan);
  }

  /** Takes in what was appended since, whole lines only. */
  function catchUp(): void {
    const news = guarded('read', file, () => from(file, read), Buffer.alloc(0));
    const whole = news.subarray(0, news.lastIndexOf(0x0a) + 1);
    read += whole.length;
    for (const line of whole.toString('utf8').split('\n')) take(line);
  }

  function append(entry: z.infer<typeof entrySchema>): void {
    guarded('written', file, () => {
      mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
      // What another process left half written ends here.
      const line = Buffer.from(`\n${JSON.stringify(entry)}\n`);
      const to = openSync(file, 'a', 0o600);
      try {
        if (writeSync(to, line) !== line.length) throw new Error('only a part of the line was written');
      } finally {
        closeSync(to);
      }
    });
    catchUp();
  }

  return {
    file,
    spent() {
      catchUp();
      return new Set(claims.keys());
    },
    claim(mpan, scenario) {
      if (claims.has(mpan)) return false;
      const claim = randomBytes(8).toString('hex');
      append({ mpan, at: now().toISOString(), scenario, claim });
      return claims.get(mpan) === claim;
    },
    forget(mpans) {
      catchUp();
      const known = mpans === 'all' ? [...claims.keys()] : mpans.filter((mpan) => claims.has(mpan));
      if (known.length > 0) append({ forget: mpans === 'all' ? null : known, at: now().toISOString() });
      return known.length;
    },
  };
}

function entryOf(line: string): z.infer<typeof entrySchema> | undefined {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function from(file: string, offset: number): Buffer {
  const source = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(source).size - offset));
    return bytes.subarray(0, readSync(source, bytes, 0, bytes.length, offset));
  } finally {
    closeSync(source);
  }
}

/** Does what touches the disk; where there is no file yet, the alternative. */
function guarded<T>(done: string, place: string, work: () => T, absent?: T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && absent !== undefined) return absent;
    throw raise('POOL_MEMORY_LOST', { done, problem: message }, place);
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

function nameOf(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30);
  return `${name}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
}
