/** A queue of one recipient: one batch at a time, in order, so that it stalls nobody but itself. */
export interface Queue<T, L = never> {
  /** Adds items; resolves when all of them are settled. */
  push(...items: T[]): Promise<void>;
  /** Adds items that are made whole when their turn comes. */
  pushLight(...lights: L[]): Promise<void>;
  waiting(): number;
  /** Undefined while there is room; else resolves when there is again, or when the queue is stalled. */
  room(): Promise<void> | undefined;
  /** Whether what is sent gets no answer: a stalled queue holds nobody up, however long it grows. */
  stall(stalled: boolean): void;
  stalled(): boolean;
  /** Lets go of all that waits, as if it were settled; what is under way goes on. */
  abandon(): void;
}

export interface QueueOptions<T, L> {
  /** Most items in a batch; asked before each. */
  maxBatch(): number;
  /** Asked of the first of a batch: undefined when it may go, else resolves to how many of those that wait then may. */
  gate?(first: T, waiting: () => number): Promise<number> | undefined;
  /** May `item` travel in this batch? */
  joins(batch: readonly T[], item: T): boolean;
  /** Settles a batch; whatever becomes of it, the queue goes on. */
  send(batch: T[]): Promise<void>;
  /** How many items wait before those who add more are asked to. Twice as many are kept whole, the rest light. */
  backlog?: number;
  /** What is kept of an item that has to wait long; undefined: the whole of it. */
  lighten?(item: T): L | undefined;
  /** Makes an item of what was kept of it; undefined when it is gone. */
  load?(light: L): Promise<T | undefined>;
}

interface Waiting<T, L> {
  item?: T;
  light?: L;
  settle(): void;
  fail(error: unknown): void;
}

/** Work starts in a later turn of the event loop, so that what arrives together can travel together. */
export function createQueue<T, L = never>(options: QueueOptions<T, L>): Queue<T, L> {
  const backlog = options.backlog ?? Infinity;
  let waiting: Waiting<T, L>[] = [];
  /** Items of `waiting` before this one are settled or under way. */
  let head = 0;
  let running = false;
  let stalled = false;
  let roomFor: (() => void)[] = [];

  const size = () => waiting.length - head;

  function tellOfRoom(): void {
    if (roomFor.length === 0 || (size() > backlog / 2 && !stalled)) return;
    const tell = roomFor;
    roomFor = [];
    for (const go of tell) go();
  }

  async function whole(next: Waiting<T, L>): Promise<T | undefined> {
    if (next.light === undefined) return next.item;
    next.item = await options.load?.(next.light);
    next.light = undefined;
    return next.item;
  }

  /** The next batch, its items whole; those that are gone are settled on the way. */
  async function take(): Promise<(Waiting<T, L> & { item: T })[]> {
    const batch: (Waiting<T, L> & { item: T })[] = [];
    const items: T[] = [];
    let most = options.maxBatch();
    while (batch.length < most && head < waiting.length) {
      const next = waiting[head]!;
      // A light item is waited for; no turn of the event loop is given away for the others.
      const item = next.light === undefined ? next.item : await whole(next);
      if (item === undefined) next.settle();
      else {
        if (items.length > 0 && !options.joins(items, item)) break;
        const gate = items.length === 0 ? options.gate?.(item, size) : undefined;
        if (gate) most = Math.min(most, await gate);
        batch.push(Object.assign(next, { item }));
        items.push(item);
      }
      head += 1;
    }
    if (head > 1024 && head * 2 > waiting.length) {
      waiting = waiting.slice(head);
      head = 0;
    }
    tellOfRoom();
    return batch;
  }

  async function run(): Promise<void> {
    while (size() > 0) {
      const batch = await take();
      if (batch.length === 0) continue;
      try {
        await options.send(batch.map((one) => one.item));
        for (const one of batch) one.settle();
      } catch (error) {
        for (const one of batch) one.fail(error);
      }
    }
    waiting = [];
    head = 0;
    running = false;
  }

  function add(item: T): Promise<void> {
    const light = size() >= backlog * 2 ? options.lighten?.(item) : undefined;
    return wait(light === undefined ? { item } : { light });
  }

  function wait(what: { item: T } | { light: L }): Promise<void> {
    return new Promise<void>((settle, fail) => waiting.push({ ...what, settle, fail }));
  }

  async function allOf(settled: Promise<void>[]): Promise<void> {
    if (!running) {
      running = true;
      setImmediate(() => void run());
    }
    await Promise.all(settled);
  }

  return {
    push: (...items) => allOf(items.map(add)),
    pushLight: (...lights) => allOf(lights.map((light) => wait({ light }))),
    waiting: size,
    room: () => (size() < backlog || stalled ? undefined : new Promise<void>((resolve) => roomFor.push(resolve))),
    stall(now) {
      stalled = now;
      tellOfRoom();
    },
    stalled: () => stalled,
    abandon() {
      for (const one of waiting.splice(head)) one.settle();
      tellOfRoom();
    },
  };
}
