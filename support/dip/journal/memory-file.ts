import type { SegmentFile } from './segment';

/** A segment of a journal that has no folder. */
export class MemoryFile implements SegmentFile {
  #chunks: { offset: number; bytes: Buffer }[] = [];

  write(pieces: readonly Buffer[], offset: number): Promise<void> {
    this.#chunks.push({ offset, bytes: Buffer.concat(pieces) });
    return Promise.resolve();
  }

  truncate(size: number): Promise<void> {
    this.#chunks = this.#chunks.filter((chunk) => chunk.offset < size);
    return Promise.resolve();
  }

  read(offset: number, length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    const end = offset + length;
    for (let i = this.#at(offset); i < this.#chunks.length && this.#chunks[i]!.offset < end; i += 1) {
      const chunk = this.#chunks[i]!;
      parts.push(chunk.bytes.subarray(Math.max(0, offset - chunk.offset), end - chunk.offset));
    }
    return Promise.resolve(Buffer.concat(parts));
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  remove(): Promise<void> {
    this.#chunks = [];
    return Promise.resolve();
  }

  /** The chunk that holds a byte. */
  #at(offset: number): number {
    let [low, high] = [0, this.#chunks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#chunks[middle]!.offset <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
