/** Draws of one place of one sample. The plain sample, which has no seed, draws the least and first of everything. */
export interface Draw {
  /** 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  /** True with this likelihood; in the plain sample from one half on. */
  chance(likelihood: number): boolean;
}

export type Seed = number | string;

/** FNV-1a: a number of 32 bits for a text. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Mulberry32. */
function generator(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Draws for one place: what is drawn there depends on the seed and on the place alone, so that a block more or less
 * changes nothing elsewhere.
 */
export function drawOf(seed: Seed | undefined, place: string): Draw {
  const next = seed === undefined ? () => 0 : generator(hash(`${typeof seed} ${seed} ${place}`));
  return {
    next,
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    chance: (likelihood) => (seed === undefined ? likelihood >= 0.5 : next() < likelihood),
  };
}
