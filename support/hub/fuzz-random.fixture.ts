/** Seeded randomness: the same seed, the same storm. */
export interface Random {
  /** 0 up to, not including, `below`. */
  int(below: number): number;
  chance(of: number): boolean;
  one<T>(from: readonly T[]): T;
  bytes(length: number): Buffer;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    chance: (of) => next() < of,
    one: (from) => from[int(from.length)]!,
    bytes: (length) => Buffer.from(Array.from({ length }, () => int(256))),
  };
}
