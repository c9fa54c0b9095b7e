import type { Segment } from './segment';
import type { Owed } from './types';

interface Open {
  channel: string;
  /** By place in the batch: to whom it is still owed. */
  to: (readonly string[])[];
  left: number;
  /** Absent until the batch is written. */
  segment?: Segment;
}

const mostLists = 10_000;

/** The deliveries that are owed, in the order in which their batches were accepted. */
export class Deliveries {
  #open = new Map<number, Open>();
  /** Many messages go to the same few: their lists are kept once. */
  #lists = new Map<string, readonly string[]>();

  /** `recipients`: the DIP IDs by place in the batch. */
  add(record: number, channel: string, recipients: readonly string[][]): void {
    const to = recipients.map((list) => this.#list(list));
    const left = to.reduce((sum, list) => sum + list.length, 0);
    if (left > 0) this.#open.set(record, { channel, to, left });
  }

  /** The batch was written to that segment. */
  written(record: number, segment: Segment): void {
    const open = this.#open.get(record);
    if (!open || open.segment) return;
    open.segment = segment;
    segment.owed += 1;
  }

  /** The batch was not accepted, or nothing of it is owed any more. Returns the segment in which it was the last. */
  remove(record: number): Segment | undefined {
    const segment = this.#open.get(record)?.segment;
    this.#open.delete(record);
    if (!segment) return undefined;
    segment.owed -= 1;
    return segment.owed === 0 ? segment : undefined;
  }

  has(record: number, index: number, to: string): boolean {
    return this.#open.get(record)?.to[index]?.includes(to) ?? false;
  }

  /** Returns the segment of which nothing is owed from now on, if that is so. */
  settle(record: number, index: number, to: string): Segment | undefined {
    const open = this.#open.get(record);
    if (!open || !open.to[index]?.includes(to)) return undefined;
    open.to[index] = this.#list(open.to[index].filter((other) => other !== to));
    open.left -= 1;
    return open.left === 0 ? this.remove(record) : undefined;
  }

  /** What is owed of batches that are written. */
  list(): Owed[] {
    return [...this.#open].flatMap(([record, { channel, to, segment }]) =>
      segment ? to.flatMap((list, index) => list.map((one) => ({ record, index, to: one, channel }))) : [],
    );
  }

  /** Settles all that is owed of batches up to that number but for these. */
  keepOnly(upTo: number, rows: readonly (readonly [number, number, string])[]): void {
    const kept = new Set(rows.map((row) => row.join(' ')));
    for (const { record, index, to } of this.list())
      if (record <= upTo && !kept.has([record, index, to].join(' '))) this.settle(record, index, to);
  }

  #list(to: string[]): readonly string[] {
    const key = to.join(' ');
    const known = this.#lists.get(key);
    if (known) return known;
    if (this.#lists.size >= mostLists) this.#lists.clear();
    // Nobody is owed the same message twice.
    const list = [...new Set(to)];
    this.#lists.set(key, list);
    return list;
  }
}
