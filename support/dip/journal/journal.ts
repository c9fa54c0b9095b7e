import { dipErrors, errorsOf } from '../../errors';
import type { Cache } from './cache';
import type { Deliveries } from './deliveries';
import { findMessages, readBatch } from './find';
import { GroupWriter, type Job } from './group-writer';
import { batchRecord, rememberedRecord, settledRecord } from './record';
import type { References } from './references';
import type { Change, Remembered } from './remembered';
import type { Segments } from './segments';
import type { AcceptedBatch, Journal, Owed, ReplayQuery, Settlement } from './types';

const raise = errorsOf(dipErrors);
const settleMs = 50;
const settleAtOnce = 4096;
const longestTimer = 2 ** 31 - 1;

export interface Parts {
  segments: Segments;
  deliveries: Deliveries;
  remembered: Remembered;
  references: References;
  cache: Cache;
  clock(): Date;
  reserve(): number;
  onFault(error: Error): void;
  /** Gives the folder back. */
  release(): void;
}

/** A journal on segments that are there, one at least. */
export class SegmentedJournal implements Journal {
  #writer: GroupWriter;
  #settled: string[] = [];
  #settling: NodeJS.Timeout | undefined;
  #changes: { job: Job; list: Change[] } | undefined;
  #due: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  constructor(readonly parts: Parts) {
    const fault = (error: unknown) => parts.onFault(this.#failure(error));
    this.#writer = new GroupWriter(parts.segments, () => this.#settledJob(), fault);
    this.#plan();
  }

  reserve(): number {
    return this.parts.reserve();
  }

  accept(batch: AcceptedBatch): Promise<void> {
    if (this.#closing) return Promise.reject(raise('DIP_JOURNAL_CLOSED'));
    const { deliveries, references, cache } = this.parts;
    for (const { reference } of batch.messages) references.wait(reference);
    deliveries.add(
      batch.record,
      batch.channel,
      batch.messages.map(({ to }) => to),
    );
    return new Promise((resolve, reject) => {
      const done = () => batch.messages.forEach(({ reference }) => references.waited(reference));
      this.#writer.queue({
        pieces: () => batchRecord(batch),
        written(segment, offset, length) {
          segment.index.add(batch.record, offset, length, Date.parse(batch.at));
          for (const { reference } of batch.messages) segment.references.add(reference);
          deliveries.written(batch.record, segment);
          cache.put(batch);
          done();
          resolve();
        },
        failed: (error) => {
          deliveries.remove(batch.record);
          done();
          reject(this.#failure(error));
        },
      });
    });
  }

  settle({ record, index, to }: Owed, how: Settlement): void {
    const { deliveries, segments } = this.parts;
    if (this.#closing || !deliveries.has(record, index, to)) return;
    this.#settled.push(`${record},${index},${JSON.stringify(to)},${how === 'delivered' ? 1 : 0}`);
    const free = deliveries.settle(record, index, to);
    if (this.#settled.length >= settleAtOnce) this.#writeSettled();
    else this.#settling ??= setTimeout(() => this.#writeSettled(), settleMs).unref();
    if (free && (free !== segments.active || !this.#due)) this.#plan();
  }

  owed(): readonly Owed[] {
    return this.parts.deliveries.list();
  }

  async read(record: number): Promise<AcceptedBatch | undefined> {
    const known = this.parts.cache.get(record);
    if (known) return known;
    for (const segment of this.parts.segments.all) {
      const place = segment.index.find(record);
      if (place === undefined) continue;
      const batch = await readBatch(segment, place);
      if (batch && !segment.gone) this.parts.cache.put(batch);
      return batch;
    }
    return undefined;
  }

  find(query: ReplayQuery): AsyncIterable<{ batch: AcceptedBatch; index: number }> {
    return findMessages(this.parts.segments.all, query);
  }

  has(reference: string): boolean {
    return this.parts.references.has(reference);
  }

  remember(key: string, value: unknown): void {
    if (this.#closing) return;
    const { remembered } = this.parts;
    const change = remembered.set(key, value);
    // With those that were remembered right before it.
    if (this.#changes && this.#writer.last === this.#changes.job) {
      this.#changes.list.push(change);
      return;
    }
    const list = [change];
    const pieces = () => rememberedRecord(list.map(({ entry }) => entry));
    const job: Job = { pieces, written: () => list.forEach((one) => remembered.written(one)) };
    this.#changes = { job, list };
    this.#writer.queue(job);
  }

  remembered(): ReadonlyMap<string, unknown> {
    return this.parts.remembered.values;
  }

  async flush(): Promise<void> {
    try {
      await this.#writer.attempt();
    } catch (error) {
      throw this.#failure(error);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    clearTimeout(this.#due);
    await this.flush().catch(this.parts.onFault);
    await this.#writer.idle();
    this.#writer.stop();
    for (const timer of [this.#due, this.#settling]) clearTimeout(timer);
    await this.parts.segments.close();
    this.parts.release();
  }

  #failure(error: unknown): Error {
    return notWritten(this.parts.segments.o.dir, error);
  }

  #settledJob(): Job | undefined {
    if (this.#settled.length === 0) return undefined;
    clearTimeout(this.#settling);
    this.#settling = undefined;
    const rows = this.#settled;
    this.#settled = [];
    const failed = () => (this.#settled = rows.concat(this.#settled));
    return { pieces: () => settledRecord(rows), written: () => undefined, failed };
  }

  #writeSettled(): void {
    this.#writer.attempt().catch(() => undefined);
  }

  /** Sets the timer for the next segment that is due. */
  #plan(): void {
    clearTimeout(this.#due);
    this.#due = undefined;
    const due = this.parts.segments.nextDue();
    if (due === undefined || this.#closing) return;
    const wait = Math.min(Math.max(due - this.parts.clock().getTime(), 1000), longestTimer);
    const look = () => void this.#writer.keepUp().then(() => this.#plan());
    this.#due = setTimeout(look, wait).unref();
  }
}

/** DIP_JOURNAL_NOT_WRITTEN with what the operating system says. */
export function notWritten(dir: string | undefined, error: unknown): Error {
  const problem = error instanceof Error ? error.message : String(error);
  return raise('DIP_JOURNAL_NOT_WRITTEN', { dir: dir ?? 'memory', problem }, dir, error);
}
