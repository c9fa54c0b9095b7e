import { appendFile, chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The original bytes of accepted submissions: needed to deliver again, never evidence. */
export interface Journal {
  /** Queues one line: `{at, channel, from, bytes}`, the bytes in base64. */
  append(line: { at: string; channel: string; from: string; bytes: Buffer }): void;
  /** Writes what is queued. */
  close(): Promise<void>;
}

/** A journal in a file that only its owner can read; keeps nothing when there is no file. */
export function createJournal(file?: string): Journal {
  if (!file) return { append: () => undefined, close: () => Promise.resolve() };
  let queued = '';
  let opened = false;
  let writing: Promise<void> = Promise.resolve();

  async function write(to: string): Promise<void> {
    if (queued === '') return;
    const lines = queued;
    queued = '';
    if (!opened) await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await appendFile(to, lines, { mode: 0o600 });
    // An older file may have been made with wider rights.
    if (!opened) await chmod(to, 0o600);
    opened = true;
  }

  return {
    append({ bytes, ...line }) {
      const first = queued === '';
      queued += `${JSON.stringify({ ...line, bytes: bytes.toString('base64') })}\n`;
      if (first) writing = writing.then(() => write(file));
    },
    close: () => writing.then(() => write(file)),
  };
}
