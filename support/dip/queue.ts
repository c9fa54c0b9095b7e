/** A queue of one recipient: one batch at a time, in order, so that it stalls nobody but itself. */
export interface Queue<T> {
  /** Adds items; resolves when all of them are settled. */
  push(...items: T[]): Promise<void>;
}

export interface QueueOptions<T> {
  maxBatch: number;
  /** May `item` travel in the batch that begins with `first`? */
  joins(first: T, item: T): boolean;
  /** Settles a batch; whatever becomes of it, the queue goes on. */
  send(batch: T[]): Promise<void>;
}

/** Work starts in a later turn of the event loop, so that what arrives together can travel together. */
export function createQueue<T>(options: QueueOptions<T>): Queue<T> {
  const waiting: { item: T; settle(): void; fail(error: unknown): void }[] = [];
  let running = false;

  function take() {
    const first = waiting[0]!;
    let size = 1;
    while (size < options.maxBatch && size < waiting.length && options.joins(first.item, waiting[size]!.item))
      size += 1;
    return waiting.splice(0, size);
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = take();
      try {
        await options.send(batch.map((b) => b.item));
        for (const b of batch) b.settle();
      } catch (error) {
        for (const b of batch) b.fail(error);
      }
    }
    running = false;
  }

  return {
    async push(...items) {
      const settled = items.map((item) => new Promise<void>((settle, fail) => waiting.push({ item, settle, fail })));
      if (!running) {
        running = true;
        setImmediate(() => void run());
      }
      await Promise.all(settled);
    },
  };
}
