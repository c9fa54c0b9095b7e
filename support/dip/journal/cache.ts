import type { AcceptedBatch } from './types';

const mostBatches = 64;
const mostBytes = 16 * 1024 * 1024;

/** The batches that were used last. */
export class Cache {
  #batches = new Map<number, AcceptedBatch>();
  #bytes = 0;

  get(record: number): AcceptedBatch | undefined {
    return this.#batches.get(record);
  }

  put(batch: AcceptedBatch): void {
    this.delete(batch.record);
    this.#batches.set(batch.record, batch);
    this.#bytes += batch.bytes.length;
    for (const record of this.#batches.keys()) {
      if (this.#batches.size <= mostBatches && this.#bytes <= mostBytes) return;
      this.delete(record);
    }
  }

  delete(record: number): void {
    this.#bytes -= this.#batches.get(record)?.bytes.length ?? 0;
    this.#batches.delete(record);
  }

  /** Forgets the batches that a segment held. */
  forget(has: (record: number) => boolean): void {
    for (const record of [...this.#batches.keys()]) if (has(record)) this.delete(record);
  }
}
