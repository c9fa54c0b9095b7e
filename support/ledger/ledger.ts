import { open } from 'node:fs/promises';
import { appendFileSync } from 'node:fs';
import type { Check, LedgerEntry, LedgerInput } from './entry';
import { createKept } from './kept';
import { genesis, hashOfLine, lineOf } from './line';
import { type OwnFields, TextualEntry } from './textual-entry';

export interface Ledger {
  /** Adds an entry, tells the subscribers, and queues the line for the file. */
  append(input: LedgerInput): LedgerEntry;
  /** Sequence number that the next entry gets. */
  next(): number;
  /** All entries from a sequence number on that are kept in memory. */
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
  /** Bytes of lines that stay in memory, the newest; all unless told. */
  keepBytes?: number;
  /** Told, once, that the file cannot be written; nothing is written after that. Without it `flush` rejects. */
  onFault?(error: Error): void;
}

/** How long lines gather before they are written together. */
const gatherMs = 10;

/** Opens a ledger in memory and, with a file, on disk: lines are chained by hash and written in batches. */
export function createLedger(options: LedgerOptions = {}): Ledger {
  const clock = options.clock ?? (() => new Date());
  const kept = createKept(options.keepBytes ?? Infinity);
  const listeners = new Set<(entry: LedgerEntry) => void>();
  let seq = 0;
  let prev = genesis;
  let queued: Buffer[] = [];
  let writing: Promise<void> | undefined;
  let broken = false;
  let flushing = 0;
  let hurry: () => void = () => undefined;

  /** Resolves when it is time to write: each write has its price, whatever it holds. */
  function gathered(): Promise<void> {
    if (flushing > 0) return Promise.resolve();
    return new Promise((resolve) => {
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(hurry, gatherMs);
    });
  }

  async function write(file: string): Promise<void> {
    while (queued.length > 0) {
      await gathered();
      const batch = queued;
      queued = [];
      await writeAll(file, batch);
    }
  }

  function schedule(): void {
    const { file, onFault } = options;
    if (!file || writing || broken) return;
    writing = Promise.resolve()
      .then(() => write(file))
      .catch((error: Error) => {
        broken = true;
        queued = [];
        if (!onFault) throw error;
        onFault(error);
      })
      .finally(() => (writing = undefined));
  }

  async function flush(): Promise<void> {
    flushing += 1;
    hurry();
    try {
      while (writing) await writing;
    } finally {
      flushing -= 1;
    }
  }

  return {
    append(input) {
      const { redacted = [], checks = [], bodyText } = input;
      const own = {
        ...{ seq: (seq += 1), prev, at: input.at ?? clock().toISOString(), redacted },
        checks: checks.map((check) => (check.reason === undefined ? { ...check, reason: '' } : (check as Check))),
      };
      const entry = bodyText === undefined ? entryOf(own, input) : new TextualEntry(own, input);
      // Made once: the bytes that are hashed are those that are written.
      const line = Buffer.from(`${lineOf(entry, bodyText)}\n`);
      prev = hashOfLine(line.subarray(0, -1));
      if (entry instanceof TextualEntry) entry.keepBody(bodyOf(line, bodyText!));
      kept.add(entry, line.length);
      if (options.file && !broken) queued.push(line);
      schedule();
      for (const listener of listeners) listener(entry);
      return entry;
    },
    next: () => seq + 1,
    entries: (fromSeq = 1) => kept.from(fromSeq),
    subscribe(listener, fromSeq = seq + 1) {
      if (fromSeq <= seq) for (const entry of kept.from(fromSeq)) listener(entry);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    async close() {
      listeners.clear();
      await flush();
    },
    flushNow() {
      if (options.file && queued.length > 0) appendFileSync(options.file, Buffer.concat(queued));
      queued = [];
    },
  };
}

/** Its body stands last, before the brace and the line end. */
function bodyOf(line: Buffer, bodyText: string): Buffer {
  const end = line.length - 2;
  return line.subarray(end - Buffer.byteLength(bodyText), end);
}

function entryOf(own: OwnFields, input: LedgerInput): LedgerEntry {
  const { seq, prev, at, redacted, checks } = own;
  const { at: _, redacted: __, checks: ___, bodyText: ____, ...rest } = input;
  return { seq, prev, at, ...rest, redacted, checks };
}

// Most lines that one call of the system takes.
const mostAtOnce = 512;

/** Opens the file by its name each time: a file that was moved away or replaced must not go unnoticed. */
async function writeAll(file: string, lines: readonly Buffer[]): Promise<void> {
  const handle = await open(file, 'a');
  try {
    for (let from = 0; from < lines.length; from += mostAtOnce) {
      const some = lines.slice(from, from + mostAtOnce);
      const size = some.reduce((sum, line) => sum + line.length, 0);
      const { bytesWritten } = await handle.writev(some);
      // A disk that fills up takes a part: what is left fails, or goes.
      if (bytesWritten < size) await handle.appendFile(Buffer.concat(some).subarray(bytesWritten));
    }
  } finally {
    await handle.close();
  }
}
