const smallest = 64;
const fullest = 0.8;
const growth = 1.25;

/** A set of texts that keeps 64 bits of each, about 11 bytes a text: two texts in 10^19 are taken for one. */
export class CompactSet {
  #low = new Uint32Array(smallest);
  #high = new Uint32Array(smallest);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** What the arrays take. */
  get bytes(): number {
    return this.#low.byteLength + this.#high.byteLength;
  }

  add(text: string): void {
    const [low, high] = hash(text);
    const place = this.#place(low, high);
    if (this.#isTaken(place)) return;
    this.#low[place] = low;
    this.#high[place] = high;
    this.#size += 1;
    if (this.#size > this.#low.length * fullest) this.#grow();
  }

  has(text: string): boolean {
    const [low, high] = hash(text);
    return this.#isTaken(this.#place(low, high));
  }

  #isTaken(place: number): boolean {
    return this.#low[place] !== 0 || this.#high[place] !== 0;
  }

  /** Where the hash is, or the free place where it belongs. */
  #place(low: number, high: number): number {
    const length = this.#low.length;
    // The upper bits choose the place: those of a product are mixed best.
    let place = Math.floor((high / 2 ** 32) * length);
    while (this.#isTaken(place) && (this.#low[place] !== low || this.#high[place] !== high)) {
      place += 1;
      if (place === length) place = 0;
    }
    return place;
  }

  #grow(): void {
    const [low, high] = [this.#low, this.#high];
    const length = Math.ceil(low.length * growth);
    this.#low = new Uint32Array(length);
    this.#high = new Uint32Array(length);
    for (let from = 0; from < low.length; from += 1) {
      if (low[from] === 0 && high[from] === 0) continue;
      const place = this.#place(low[from]!, high[from]!);
      this.#low[place] = low[from]!;
      this.#high[place] = high[from]!;
    }
  }
}

/** 64 bits in two halves, never both nought, which marks a free place (cyrb53's mixing, by bryc, public domain). */
function hash(text: string): [low: number, high: number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const low = a >>> 0;
  const high = b >>> 0;
  return low === 0 && high === 0 ? [1, 0] : [low, high];
}
