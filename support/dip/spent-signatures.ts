import { CompactSet } from './journal/compact-set';

// A signature is random all through: this much of it (192 bits) is as good as all, and quicker to hash.
const kept = 32;

/** Signatures whose requests were done, so that nobody can play them again. */
export interface SpentSignatures {
  has(signature: string): boolean;
  add(signature: string): void;
  /** What they take in memory. */
  readonly bytes: number;
}

/**
 * Keeps each signature for at least twice the skew: a date may be that far ahead and then that far back. Two
 * generations of about 11 bytes a signature; the older one goes as a whole.
 */
export function createSpentSignatures(o: { skewMs: number; clock(): Date }): SpentSignatures {
  const lifeMs = 2 * o.skewMs; // assumption signature-once
  let current = new CompactSet();
  let older = new CompactSet();
  let since = o.clock().getTime();

  function turn(): void {
    const age = o.clock().getTime() - since;
    if (age < lifeMs) return;
    older = age < 2 * lifeMs ? current : new CompactSet();
    current = new CompactSet();
    since += age;
  }

  return {
    has(signature) {
      turn();
      const start = signature.slice(0, kept);
      return current.has(start) || older.has(start);
    },
    add(signature) {
      turn();
      current.add(signature.slice(0, kept));
    },
    get bytes() {
      return current.bytes + older.bytes;
    },
  };
}
