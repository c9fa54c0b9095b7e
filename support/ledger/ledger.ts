import { appendFile } from 'node:fs/promises';
import { appendFileSync } from 'node:fs';
import type { LedgerEntry, LedgerInput } from './entry';
import { genesis, hashOfLine, lineOf } from './line';

export interface Ledger {
  /** Adds an entry, tells the subscribers, and queues the line for the file. */
  append(input: LedgerInput): LedgerEntry;
  /** All entries from a sequence number on. */
  entries(fromSeq?: number): LedgerEntry[];
  /** Calls back for every entry from `fromSeq` on, those that are there first. Returns the way to stop. */
  subscribe(listener: (entry: LedgerEntry) => void, fromSeq?: number): () => void;
  /** Resolves when all appended lines are in the file. */
  flush(): Promise<void>;
  close(): Promise<void>;
  /** Writes what is still queued at once: the last resort of a process that must end now. */
  flushNow(): void;
}

export interface LedgerOptions {
  file?: string;
  clock?: () => Date;
  /** Told, once, that the file cannot be written; nothing is written after that. Without it `flush` rejects. */
  onFault?(error: Error): void;
}

/** Opens a ledger in memory and, with a file, on disk: lines are chained by hash and written in batches. */
export function createLedger(options: LedgerOptions = {}): Ledger {
  const clock = options.clock ?? (() => new Date());
  const kept: LedgerEntry[] = [];
  const listeners = new Set<(entry: LedgerEntry) => void>();
  let prev = genesis;
  let queued = '';
  let writing: Promise<void> | undefined;
  let broken = false;

  async function write(file: string): Promise<void> {
    while (queued !== '') {
      const batch = queued;
      queued = '';
      await appendFile(file, batch);
    }
  }

  function schedule(): void {
    const { file, onFault } = options;
    if (!file || writing || broken) return;
    writing = Promise.resolve()
      .then(() => write(file))
      .catch((error: Error) => {
        broken = true;
        if (!onFault) throw error;
        onFault(error);
      })
      .finally(() => (writing = undefined));
  }

  async function flush(): Promise<void> {
    while (writing) await writing;
  }

  return {
    append(input) {
      const { at, redacted, checks, ...rest } = input;
      const entry: LedgerEntry = {
        seq: kept.length + 1,
        prev,
        at: at ?? clock().toISOString(),
        ...rest,
        redacted: redacted ?? [],
        checks: (checks ?? []).map((check) => ({ ...check, reason: check.reason ?? '' })),
      };
      const line = lineOf(entry);
      prev = hashOfLine(line);
      kept.push(entry);
      queued += `${line}\n`;
      schedule();
      for (const listener of listeners) listener(entry);
      return entry;
    },
    entries: (fromSeq = 1) => kept.slice(Math.max(0, fromSeq - 1)),
    subscribe(listener, fromSeq = kept.length + 1) {
      for (const entry of kept.slice(Math.max(0, fromSeq - 1))) listener(entry);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    async close() {
      listeners.clear();
      await flush();
    },
    flushNow() {
      if (!options.file || queued === '') return;
      appendFileSync(options.file, queued);
      queued = '';
    },
  };
}
