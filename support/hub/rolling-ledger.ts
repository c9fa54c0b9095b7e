import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLedger, type Ledger, type LedgerEntry } from '../ledger';

export interface RollingOptions {
  /** The first file; `x.ndjson` is followed by `x-2.ndjson`. Every file is a ledger of its own, chained from its first line. */
  file: string;
  /** Bytes of entries that stay in memory. */
  keepBytes: number;
  /** Size from which it goes on in a new file. */
  maxBytes: number;
  /** Ledgers of the folder that nobody has written to for so long are deleted. */
  keepMs: number;
  clock?: () => Date;
  onFault?(error: Error): void;
}

// A file is looked at after so many entries, not after each.
const lookEvery = 200;

/** A ledger for a hub that goes on and on: bounded in memory and on disk. Sequence numbers begin anew with each file. */
export function createRollingLedger(o: RollingOptions): Ledger {
  const clock = o.clock ?? (() => new Date());
  const listeners = new Set<(entry: LedgerEntry) => void>();
  const finishing = new Set<Promise<void>>();
  let number = 1;
  let sinceLook = 0;
  mkdirSync(dirname(o.file), { recursive: true, mode: 0o700 });
  let current = begin();

  function fileOf(): string {
    return number === 1 ? o.file : o.file.replace(/(\.ndjson)?$/, `-${number}.ndjson`);
  }

  function begin(): Ledger {
    deleteOld(dirname(o.file), clock().getTime() - o.keepMs);
    const { keepBytes, onFault } = o;
    return createLedger({ file: fileOf(), keepBytes, clock, ...(onFault ? { onFault } : {}) });
  }

  function rollWhenFull(): void {
    sinceLook += 1;
    if (sinceLook < lookEvery) return;
    sinceLook = 0;
    if (sizeOf(fileOf()) < o.maxBytes) return;
    const full = current.close();
    finishing.add(full);
    void full.finally(() => finishing.delete(full));
    number += 1;
    current = begin();
  }

  return {
    append(input) {
      const entry = current.append(input);
      for (const listener of listeners) listener(entry);
      // Afterwards: `next` has told where the next one will stand.
      rollWhenFull();
      return entry;
    },
    next: () => current.next(),
    entries: (fromSeq) => current.entries(fromSeq),
    subscribe(listener, fromSeq) {
      if (fromSeq !== undefined) for (const entry of current.entries(fromSeq)) listener(entry);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async flush() {
      await Promise.all([...finishing, current.flush()]);
    },
    async close() {
      listeners.clear();
      await Promise.all([...finishing, current.close()]);
    },
    flushNow: () => current.flushNow(),
  };
}

function deleteOld(dir: string, before: number): void {
  for (const name of readdirSync(dir).filter((one) => one.endsWith('.ndjson'))) {
    const file = join(dir, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat && stat.mtimeMs < before) rmSync(file, { force: true });
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
