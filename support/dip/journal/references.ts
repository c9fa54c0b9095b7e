import { CompactSet } from './compact-set';

// A larger set would stop everything for too long when it grows.
const mostInSet = 1_000_000;

/**
 * The sender unique references of all segments. Some segments share a set, so that a look asks few of them; a set goes
 * with the last of its segments.
 */
export class References {
  #sets = new Map<CompactSet, { since: number; segments: number }>();
  /** Those of batches that are not written yet. */
  #waiting = new Map<string, number>();

  constructor(readonly spanMs: number) {}

  /** The set of a new segment. */
  forSegment(openedAt: number): CompactSet {
    const last = [...this.#sets].at(-1);
    const shared = last && openedAt - last[1].since < this.spanMs && last[0].size < mostInSet ? last[0] : undefined;
    const set = shared ?? new CompactSet();
    const use = this.#sets.get(set) ?? { since: openedAt, segments: 0 };
    use.segments += 1;
    this.#sets.set(set, use);
    return set;
  }

  drop(set: CompactSet): void {
    const use = this.#sets.get(set);
    if (!use) return;
    use.segments -= 1;
    if (use.segments === 0) this.#sets.delete(set);
  }

  has(reference: string): boolean {
    if (this.#waiting.has(reference)) return true;
    for (const set of this.#sets.keys()) if (set.has(reference)) return true;
    return false;
  }

  wait(reference: string): void {
    this.#waiting.set(reference, (this.#waiting.get(reference) ?? 0) + 1);
  }

  waited(reference: string): void {
    const left = (this.#waiting.get(reference) ?? 1) - 1;
    if (left === 0) this.#waiting.delete(reference);
    else this.#waiting.set(reference, left);
  }

  /** What the sets take. */
  get bytes(): number {
    return [...this.#sets.keys()].reduce((sum, set) => sum + set.bytes, 0);
  }
}
