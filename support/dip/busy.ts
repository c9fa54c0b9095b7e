/** Counts work in hand, so that others can wait for the end of all of it. */
export interface Busy {
  /** Counts the work in until it settles. Its failure is passed on. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when no work is in hand. */
  idle(): Promise<void>;
}

export function createBusy(): Busy {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    async during(work) {
      count += 1;
      try {
        return await work;
      } finally {
        count -= 1;
        if (count === 0) {
          for (const resolve of waiting) resolve();
          waiting = [];
        }
      }
    },
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
