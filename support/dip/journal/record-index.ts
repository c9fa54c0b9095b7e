const perChunk = 4096;
const fields = 4;

/** Where the batches of a segment are: 16 bytes each, in arrays that are never copied. */
export class RecordIndex {
  #chunks: Uint32Array[] = [];
  #size = 0;
  #inOrder = true;
  /** Time and number of the first; those of the others are counted from them. */
  #firstAt = 0;
  #firstRecord = 0;
  #last = { record: -Infinity, at: -Infinity };
  #lowest = Infinity;

  get size(): number {
    return this.#size;
  }
  /** Largest number of a batch. */
  get highest(): number {
    return this.#last.record;
  }
  /** Latest time, ms. */
  get latest(): number {
    return this.#last.at;
  }

  /** Time (ms) and number must be within 2^31 of those of the first: an hour's segment sees to that. */
  add(record: number, offset: number, length: number, at: number): void {
    if (this.#size === 0) [this.#firstRecord, this.#firstAt] = [record, at];
    if (this.#size % perChunk === 0) this.#chunks.push(new Uint32Array(perChunk * fields));
    const chunk = this.#chunks.at(-1)!;
    // Stored modulo 2^32 and read as signed: an earlier time or a smaller number comes out right.
    chunk.set([record - this.#firstRecord, offset, length, at - this.#firstAt], (this.#size % perChunk) * fields);
    this.#inOrder &&= record > this.#last.record;
    this.#last = { record: Math.max(record, this.#last.record), at: Math.max(at, this.#last.at) };
    this.#lowest = Math.min(record, this.#lowest);
    this.#size += 1;
  }

  #field(i: number, field: number): number {
    return this.#chunks[Math.floor(i / perChunk)]![(i % perChunk) * fields + field]!;
  }
  record(i: number): number {
    return this.#firstRecord + (this.#field(i, 0) | 0);
  }
  offset(i: number): number {
    return this.#field(i, 1);
  }
  length(i: number): number {
    return this.#field(i, 2);
  }
  at(i: number): number {
    return this.#firstAt + (this.#field(i, 3) | 0);
  }

  /** Place of a batch in this index; undefined when it is not here. */
  find(record: number): number | undefined {
    if (record < this.#lowest || record > this.highest) return undefined;
    return this.#inOrder ? this.#bisect(record) : this.#scan(record);
  }

  #bisect(record: number): number | undefined {
    let [low, high] = [0, this.#size - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.record(middle) < record) low = middle + 1;
      else high = middle;
    }
    return this.record(low) === record ? low : undefined;
  }

  #scan(record: number): number | undefined {
    for (let i = 0; i < this.#size; i += 1) if (this.record(i) === record) return i;
    return undefined;
  }
}
