import type { CompactSet } from './compact-set';
import { RecordIndex } from './record-index';

/** Where the bytes of a segment are. */
export interface SegmentFile {
  /** Writes the pieces one after another from that byte on. When it fails, part of them may be there. */
  write(pieces: readonly Buffer[], offset: number): Promise<void>;
  truncate(size: number): Promise<void>;
  /** Fails when the file is gone. */
  read(offset: number, length: number): Promise<Buffer>;
  /** Gives back what the machine lends for it; it may be used again. */
  release(): Promise<void>;
  remove(): Promise<void>;
}

/** One file of the journal and what is known of it without reading. */
export class Segment {
  readonly index = new RecordIndex();
  /** Bytes that are good; what stands behind them is to be cut off. */
  size = 0;
  /** Bytes of its beginning, which tell what is remembered. */
  headSize = 0;
  /** How many of its batches have deliveries that are owed. */
  owed = 0;
  gone = false;

  constructor(
    /** Stands in its name; no batch that was reserved after its beginning has a smaller number. */
    readonly first: number,
    readonly openedAt: number,
    readonly file: SegmentFile,
    readonly references: CompactSet,
  ) {}

  /** Time of its last batch. */
  get last(): number {
    return this.index.size > 0 ? this.index.latest : this.openedAt;
  }
}
