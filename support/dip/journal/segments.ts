import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache } from './cache';
import type { Deliveries } from './deliveries';
import { DiskFile, writeAll, type OpenFiles } from './disk-file';
import { MemoryFile } from './memory-file';
import { owedRecord, segmentRecord, sizeOf } from './record';
import type { References } from './references';
import type { Remembered } from './remembered';
import { Segment, type SegmentFile } from './segment';

export interface SegmentsOptions {
  dir?: string;
  keepMs: number;
  segmentBytes: number;
  /** A segment is followed by another after this time. */
  spanMs: number;
  /** What may be kept of what is settled. */
  mostBytes: number;
  clock(): Date;
  deliveries: Deliveries;
  remembered: Remembered;
  references: References;
  cache: Cache;
  nextRecord(): number;
}

export const fileName = (first: number): string => `journal-${String(first).padStart(12, '0')}.log`;

/** The files of a journal, oldest first. The last one is written to; only the writer changes them. */
export class Segments {
  readonly all: Segment[] = [];
  #files: OpenFiles = new Set();

  constructor(readonly o: SegmentsOptions) {}

  get active(): Segment {
    return this.all.at(-1)!;
  }

  /** A segment that an earlier process left. */
  adopt(first: number, openedAt: number, path: string): Segment {
    return this.#add(first, openedAt, new DiskFile(path, this.#files));
  }

  /** Whether the next record belongs to a new segment. */
  isFull(): boolean {
    const { active, o } = this;
    if (active.size - active.headSize >= o.segmentBytes) return true;
    // A clock that went back counts, too: times are kept as differences.
    return active.index.size > 0 && Math.abs(o.clock().getTime() - active.openedAt) >= o.spanMs;
  }

  /** Begins a segment with what is remembered: it is there as a whole or not at all. */
  async rotate(): Promise<void> {
    const now = this.o.clock();
    const first = Math.max(this.o.nextRecord(), (this.all.at(-1)?.first ?? 0) + 1);
    const head = [...segmentRecord(first, now), ...this.o.remembered.records()];
    const path = this.o.dir === undefined ? undefined : join(this.o.dir, fileName(first));
    const file = path === undefined ? new MemoryFile() : new DiskFile(path, this.#files);
    await (path === undefined ? file.write(head, 0) : createWhole(path, head));
    const segment = this.#add(first, now.getTime(), file);
    segment.size = segment.headSize = sizeOf(head);
  }

  /** Deletes what has been kept long enough, and never what is owed. */
  async dropDue(): Promise<void> {
    if (this.#isDue(this.active) && this.active.index.size > 0) await this.rotate();
    const due = this.all.filter(
      (segment) => segment !== this.active && (this.#isDue(segment) || this.#isTooMuch(segment)),
    );
    if (due.length === 0) return;
    await this.#keepSettled(due);
    for (const segment of due) {
      this.all.splice(this.all.indexOf(segment), 1);
      segment.gone = true;
      this.o.references.drop(segment.references);
      this.o.cache.forget((record) => segment.index.find(record) !== undefined);
      await segment.file.remove();
    }
  }

  /** When the next segment is due, as far as it is known now, ms. */
  nextDue(): number | undefined {
    const free = this.all.filter(
      (segment) => segment.owed === 0 && (segment !== this.active || segment.index.size > 0),
    );
    return free.length === 0 ? undefined : Math.min(...free.map((segment) => segment.last)) + this.o.keepMs;
  }

  async close(): Promise<void> {
    for (const segment of this.all) await segment.file.release();
  }

  #add(first: number, openedAt: number, file: SegmentFile): Segment {
    const segment = new Segment(first, openedAt, file, this.o.references.forSegment(openedAt));
    this.all.push(segment);
    return segment;
  }

  #isDue(segment: Segment): boolean {
    return segment.owed === 0 && segment.last + this.o.keepMs <= this.o.clock().getTime();
  }

  #isTooMuch(segment: Segment): boolean {
    if (segment.owed > 0) return false;
    const newer = this.all.slice(this.all.indexOf(segment));
    return newer.reduce((sum, one) => sum + one.size, 0) > this.o.mostBytes;
  }

  /** What is settled of older batches may stand only in what goes now. */
  async #keepSettled(due: readonly Segment[]): Promise<void> {
    const older = this.all.slice(0, this.all.indexOf(due.at(-1)!)).filter((segment) => !due.includes(segment));
    if (older.length === 0) return;
    const upTo = Math.max(...older.map((segment) => segment.index.highest));
    const rows = this.o.deliveries.list().filter(({ record }) => record <= upTo);
    const record = owedRecord(
      upTo,
      rows.map(({ record, index, to }) => [record, index, to] as const),
    );
    await this.active.file.write(record, this.active.size);
    this.active.size += sizeOf(record);
  }
}

async function createWhole(path: string, pieces: readonly Buffer[]): Promise<void> {
  const draft = `${path}.new`;
  try {
    const handle = await open(draft, 'w', 0o600);
    try {
      await writeAll(handle, pieces, 0);
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
