import { setTimeout as pause } from 'node:timers/promises';

/** Lets so many go a second. */
export interface Pacer {
  /** Resolves to how many of `waiting` may go now: at least one, and no more than a tenth of a second's. */
  take(waiting: number): Promise<number>;
}

export function createPacer(perSecond: number, signal: AbortSignal): Pacer {
  const most = Math.max(1, Math.ceil(perSecond / 10));
  let next = 0;
  return {
    async take(waiting) {
      const now = performance.now();
      const at = Math.max(next, now);
      const count = Math.min(Math.max(1, waiting), most);
      next = at + (count * 1000) / perSecond;
      await pause(at - now, undefined, { signal }).catch(() => undefined);
      return count;
    },
  };
}
