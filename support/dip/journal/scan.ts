import type { FileHandle } from 'node:fs/promises';
import { newlineByte, readHeader, type Header } from './record';

const chunkBytes = 1024 * 1024;

export interface Scanned {
  header: Header;
  offset: number;
  /** Of the whole record. */
  length: number;
  /** What follows the header; empty for a batch, whose bytes are passed over. */
  body: Buffer;
}

/** Thrown inside: the record ends behind the end of the file. */
class Torn extends Error {}
export class Damaged extends Error {
  constructor(
    readonly offset: number,
    problem: string,
  ) {
    super(problem);
  }
}

/**
 * Calls back for every record of a file and returns where the last whole one ends: what follows was cut off in
 * mid-write. Damaged when something else is wrong.
 */
export async function scanRecords(file: FileHandle, onRecord: (record: Scanned) => void): Promise<number> {
  const { size } = await file.stat();
  const reader = new Reader(file, size);
  let offset = 0;
  while (offset < size) {
    try {
      const record = await readRecord(reader, offset);
      onRecord(record);
      offset += record.length;
    } catch (error) {
      if (error instanceof Torn) break;
      throw error;
    }
  }
  return offset;
}

async function readRecord(reader: Reader, offset: number): Promise<Scanned> {
  const line = await reader.line(offset);
  const header = readHeader(line);
  if (!header) throw new Damaged(offset, 'no header of a record stands there');
  const body = offset + line.length + 1;
  const end = body + header.length + 1;
  const last = await reader.bytes(end - 1, 1);
  if (last[0] !== newlineByte) throw new Damaged(offset, 'the record does not end where it should');
  const bytes = header.kind === 'batch' ? Buffer.alloc(0) : await reader.bytes(body, header.length);
  return { header, offset, length: end - offset, body: bytes };
}

/** Reads a file from its beginning to its end, in large pieces. */
class Reader {
  #chunk = Buffer.alloc(0);
  #at = 0;

  constructor(
    readonly file: FileHandle,
    readonly size: number,
  ) {}

  /** From that byte to the newline, without it. */
  async line(offset: number): Promise<Buffer> {
    for (let wanted = 1; ; wanted = Math.max(2 * wanted, chunkBytes)) {
      const there = await this.#from(offset, Math.min(wanted, this.size - offset));
      const end = there.indexOf(newlineByte);
      if (end >= 0) return there.subarray(0, end);
      if (offset + there.length >= this.size) throw new Torn();
    }
  }

  async bytes(offset: number, length: number): Promise<Buffer> {
    if (offset + length > this.size) throw new Torn();
    return (await this.#from(offset, length)).subarray(0, length);
  }

  /** All that is at hand from that byte on, and at least so many bytes. */
  async #from(offset: number, length: number): Promise<Buffer> {
    const from = offset - this.#at;
    if (from >= 0 && from + length <= this.#chunk.length) return this.#chunk.subarray(from);
    const wanted = Math.min(Math.max(length, chunkBytes), this.size - offset);
    const chunk = Buffer.allocUnsafeSlow(wanted);
    const { bytesRead } = await this.file.read(chunk, 0, wanted, offset);
    if (bytesRead < length) throw new Torn();
    this.#chunk = chunk.subarray(0, bytesRead);
    this.#at = offset;
    return this.#chunk;
  }
}
