export interface AcceptedMessage {
  transactionID: string;
  initialCorrelationID: string;
  reference: string;
  /** DIP ID of the sender. */
  from: string;
  role: string;
  /** Event code without brackets. */
  event: string;
  schemaVersion: string;
  mpan?: string;
  /** S1.senderCorrelationID. */
  correlationID: string | null;
  primary: string[];
  secondary: string[];
  always: string[];
  /** DIP IDs that it goes to; empty when nobody was found. */
  to: string[];
  /** Value of X-DIP-MPO, if any. */
  originator?: string;
}

/** One accepted submission. */
export interface AcceptedBatch {
  /** As reserved; no two batches have the same. */
  record: number;
  /** ISO. */
  at: string;
  /** `IF-031`. */
  channel: string;
  /** DIP ID that called. */
  caller: string;
  /** The HTTP body as received. */
  bytes: Buffer;
  messages: AcceptedMessage[];
}

/** One delivery that is owed: message `index` of batch `record`, to one DIP ID. */
export interface Owed {
  record: number;
  index: number;
  to: string;
  /** That of the batch. */
  channel: string;
}

export type Settlement = 'delivered' | 'dead';

/** Both times are part of the span. What is absent is not asked. */
export interface ReplayQuery {
  channel: string;
  to: string;
  from: Date;
  until: Date;
  event?: string;
  mpan?: string;
  schemaVersion?: string;
  transactionIDs?: readonly string[];
}

/** What a DIP accepted, owes and remembers. Never evidence. */
export interface Journal {
  /** Number of the next batch. Numbers grow by one and go on after a restart. */
  reserve(): number;
  /**
   * Queues the batch; resolves when it is written, many at once. Its references are known from the call on.
   * Rejects with DIP_JOURNAL_NOT_WRITTEN (a full disk) or DIP_JOURNAL_CLOSED: nothing is accepted then.
   */
  accept(batch: AcceptedBatch): Promise<void>;
  /** One delivery needs no more attempts. Written in batches, not waited for; what is not owed is ignored. */
  settle(owed: Owed, how: Settlement): void;
  /** What is owed of all that was written, in order of acceptance. */
  owed(): readonly Owed[];
  /** A batch by number; undefined when it is not there (any more). Shared with other readers: not to be changed. */
  read(record: number): Promise<AcceptedBatch | undefined>;
  /**
   * Messages that were published to a DIP ID on a channel, whatever became of the delivery, in order of acceptance;
   * of what was written when the first is asked for.
   */
  find(query: ReplayQuery): AsyncIterable<{ batch: AcceptedBatch; index: number }>;
  /** A sender unique reference that was accepted within the kept time; some are known for longer. */
  has(reference: string): boolean;
  /** Keeps a value (JSON) under a key until it is replaced or set to undefined; survives restarts and the deletion of old files. */
  remember(key: string, value: unknown): void;
  remembered(): ReadonlyMap<string, unknown>;
  /** Resolves when all that was queued is written; rejects with DIP_JOURNAL_NOT_WRITTEN. */
  flush(): Promise<void>;
  /** Writes what is queued and gives the folder back; what is said to it afterwards counts for nothing. What cannot be written is told to `onFault`. */
  close(): Promise<void>;
}

export interface JournalOptions {
  /** A folder of its own, for one process at a time. Without: everything in memory, at most 256 MB of what is settled. */
  dir?: string;
  /** How long what is settled stays; a day unless told. */
  keepMs?: number;
  /** Begin anew: what is there goes. */
  fresh?: boolean;
  clock?: () => Date;
  /** A file of this size is followed by another; 128 MB (in memory 16 MB) unless told. */
  segmentBytes?: number;
  /** What goes wrong when nobody waits for it, once until a write succeeds. */
  onFault?(error: Error): void;
}
