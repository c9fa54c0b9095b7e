import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** A page without the bulk of its long literals: that stays in the file, and a mark stands in its place. */
export interface BulkyPage {
  text: string;
  /** What each mark stands for, by its number: places in the file, in bytes. */
  bulk: { start: number; length: number }[];
}

/** Bytes of a literal that stay in the text: whether it is an address shows at its head. */
const shown = 1024;
const mark = /\0(\d+)\0/g;
const quotes = new Set(Buffer.from(`"'`));
const base64 = new Uint8Array(256);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=')) base64[byte] = 1;

/**
 * Reads a page, such as a report of one file, that carries its data as quoted base64: of each such literal only the
 * head. A `data:` URL is read whole.
 * @throws Error when the page holds a NUL, which marks are made of
 */
export async function readBulkyPage(file: string): Promise<BulkyPage> {
  const parts: Buffer[] = [];
  const bulk: BulkyPage['bulk'] = [];
  let read = 0;
  let run = 0;
  let quoted = false;
  let start = -1;
  const endBulk = (end: number) => {
    if (start < 0) return;
    parts.push(Buffer.from(`\0${bulk.length}\0`));
    bulk.push({ start, length: end - start });
    start = -1;
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (chunk.includes(0)) throw new Error('the page holds a NUL');
    let from = 0;
    // A part is copied: a view would keep its whole chunk.
    const keep = (end: number) => parts.push(Buffer.from(chunk.subarray(from, end)));
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index]!;
      if (base64[byte] === 1) {
        run += 1;
        if (!quoted || run !== shown + 1) continue;
        keep(index);
        start = read + index;
        continue;
      }
      if (start >= 0) from = index;
      endBulk(read + index);
      quoted = quotes.has(byte);
      run = 0;
    }
    if (start < 0) keep(chunk.length);
    read += chunk.length;
  }
  endBulk(read);
  return { text: Buffer.concat(parts).toString('utf8'), bulk };
}

/** The whole page again, in pieces, from its text and the file that it was read from. */
export async function* wholePage(file: string, { text, bulk }: BulkyPage): AsyncGenerator<string | Buffer> {
  const handle = await open(file);
  try {
    let from = 0;
    for (const { 0: found, 1: number, index } of text.matchAll(mark)) {
      yield text.slice(from, index);
      const { start, length } = bulk[Number(number)]!;
      const bytes = Buffer.alloc(length);
      await handle.read(bytes, 0, length, start);
      yield bytes;
      from = index + found.length;
    }
    yield text.slice(from);
  } finally {
    await handle.close();
  }
}
