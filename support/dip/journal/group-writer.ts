import { setImmediate } from 'node:timers/promises';
import { sizeOf } from './record';
import type { Segment } from './segment';
import type { Segments } from './segments';

/** What waits to be written. */
export interface Job {
  /** Asked for when it is written. */
  pieces(): readonly Buffer[];
  /** It was written at that byte. */
  written(segment: Segment, offset: number, length: number): void;
  /** Absent: it waits until a write succeeds. */
  failed?(error: unknown): void;
  /** It has no pieces: no reason to begin a segment. */
  empty?: true;
}

const mostJobs = 1000;
const mostBytes = 16 * 1024 * 1024;
const retryMs = 1000;

/** Writes what waits, all in one call, one call at a time. */
export class GroupWriter {
  #jobs: Job[] = [];
  #running: Promise<void> | undefined;
  #upkeep = false;
  /** The last write failed: what it left behind is cut off before the next one. */
  #unclean = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(
    readonly segments: Segments,
    /** What may wait for a call, and stands behind all that waits for one. */
    readonly trailing: () => Job | undefined,
    readonly onFault: (error: unknown) => void,
  ) {}

  get last(): Job | undefined {
    return this.#jobs.at(-1);
  }

  queue(job: Job): void {
    this.#jobs.push(job);
    this.#start();
  }

  /** Writes all that waits, even if the last write failed. */
  attempt(): Promise<void> {
    return new Promise((resolve, reject) =>
      this.queue({ empty: true, pieces: () => [], written: () => resolve(), failed: (error) => reject(error) }),
    );
  }

  /** Looks for segments that may go, between two writes. */
  async keepUp(): Promise<void> {
    this.#upkeep = true;
    this.#start();
    await this.idle();
  }

  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  stop(): void {
    clearTimeout(this.#retry);
  }

  #start(): void {
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    // What comes in the same turn of the event loop goes together.
    await setImmediate();
    try {
      while (this.#upkeep || this.#hasWork()) {
        if (this.#upkeep) await this.#keepUp();
        if (this.#hasWork()) await this.#writeGroup();
      }
    } finally {
      // In the same turn as the last look: what is queued after it starts anew.
      this.#running = undefined;
    }
  }

  /** After a failure only somebody who waits for the answer makes it try again. */
  #hasWork(): boolean {
    return this.#unclean ? this.#jobs.some((job) => job.failed) : this.#jobs.length > 0;
  }

  async #writeGroup(): Promise<void> {
    const { segments } = this;
    const group: { job: Job; pieces: readonly Buffer[]; size: number }[] = [];
    try {
      await this.#clean();
      if (segments.isFull() && this.#jobs.some((job) => !job.empty)) {
        await segments.rotate();
        this.#upkeep = true;
      }
      this.#take(group);
      const { active } = segments;
      await active.file.write(
        group.flatMap(({ pieces }) => pieces),
        active.size,
      );
    } catch (error) {
      this.#fail(group.length > 0 ? group.map(({ job }) => job) : this.#jobs.splice(0), error);
      return;
    }
    this.#unclean = false;
    const { active } = segments;
    for (const { job, size } of group) {
      const offset = active.size;
      active.size += size;
      job.written(active, offset, size);
    }
  }

  #take(group: { job: Job; pieces: readonly Buffer[]; size: number }[]): void {
    let bytes = 0;
    const add = (job: Job) => {
      const pieces = job.pieces();
      const size = sizeOf(pieces);
      group.push({ job, pieces, size });
      bytes += size;
    };
    let count = 0;
    while (count < this.#jobs.length && count < mostJobs && bytes < mostBytes) add(this.#jobs[count++]!);
    this.#jobs.splice(0, count);
    const trailing = this.#jobs.length === 0 ? this.trailing() : undefined;
    if (trailing) add(trailing);
  }

  #fail(jobs: readonly Job[], error: unknown): void {
    this.#later(error);
    this.#jobs.unshift(...jobs.filter((job) => !job.failed));
    for (const job of jobs) job.failed?.(error);
  }

  #later(error: unknown): void {
    if (!this.#unclean) this.onFault(error);
    this.#unclean = true;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.attempt().catch(() => undefined), retryMs).unref();
  }

  async #clean(): Promise<void> {
    if (this.#unclean) await this.segments.active.file.truncate(this.segments.active.size);
  }

  async #keepUp(): Promise<void> {
    this.#upkeep = false;
    try {
      await this.#clean();
      await this.segments.dropDue();
    } catch (error) {
      this.#later(error);
    }
  }
}
