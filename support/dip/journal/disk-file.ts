import { open, rm, type FileHandle } from 'node:fs/promises';
import type { SegmentFile } from './segment';

// IOV_MAX is 1024 nearly everywhere.
const piecesAtOnce = 1000;
const mostOpen = 8;

/** The files that are open, the one that was used last at the end; the others are closed when they are too many. */
export type OpenFiles = Set<DiskFile>;

/** A file that is opened when it is used and closed when many others were used since. */
export class DiskFile implements SegmentFile {
  #handle: Promise<FileHandle> | undefined;
  #users = 0;
  #releasing = false;

  constructor(
    readonly path: string,
    readonly others: OpenFiles,
  ) {}

  write(pieces: readonly Buffer[], offset: number): Promise<void> {
    return this.#using((handle) => writeAll(handle, pieces, offset));
  }

  truncate(size: number): Promise<void> {
    return this.#using((handle) => handle.truncate(size));
  }

  read(offset: number, length: number): Promise<Buffer> {
    return this.#using(async (handle) => {
      const buffer = Buffer.allocUnsafeSlow(length);
      const { bytesRead } = await handle.read(buffer, 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
  }

  async release(): Promise<void> {
    this.others.delete(this);
    this.#releasing = this.#users > 0;
    const handle = this.#handle;
    if (this.#releasing || !handle) return;
    this.#handle = undefined;
    await (await handle).close();
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
    await this.release();
  }

  async #using<T>(work: (handle: FileHandle) => Promise<T>): Promise<T> {
    this.#users += 1;
    this.#releasing = false;
    this.others.delete(this);
    this.others.add(this);
    try {
      this.#handle ??= open(this.path, 'r+');
      return await work(await this.#opened(this.#handle));
    } finally {
      this.#users -= 1;
      if (this.#releasing && this.#users === 0) await this.release();
      const [oldest] = this.others;
      if (this.others.size > mostOpen && oldest) await oldest.release();
    }
  }

  async #opened(handle: Promise<FileHandle>): Promise<FileHandle> {
    try {
      return await handle;
    } catch (error) {
      // The next one tries again.
      this.#handle = undefined;
      this.others.delete(this);
      throw error;
    }
  }
}

/** Writes all of the pieces, in as few calls as can be; a full disk may take the first part of them. */
export async function writeAll(handle: FileHandle, pieces: readonly Buffer[], offset: number): Promise<void> {
  let rest = [...pieces];
  let place = offset;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(rest.slice(0, piecesAtOnce), place);
    if (bytesWritten === 0 && rest.some((piece) => piece.length > 0)) throw new Error('nothing could be written');
    place += bytesWritten;
    rest = without(rest, bytesWritten);
  }
}

function without(pieces: Buffer[], bytes: number): Buffer[] {
  let left = bytes;
  let i = 0;
  while (i < pieces.length && pieces[i]!.length <= left) left -= pieces[i++]!.length;
  return left === 0 ? pieces.slice(i) : [pieces[i]!.subarray(left), ...pieces.slice(i + 1)];
}
