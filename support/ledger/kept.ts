import type { LedgerEntry } from './entry';

/** The newest entries of a ledger, as many as fit into a number of bytes. */
export interface Kept {
  add(entry: LedgerEntry, bytes: number): void;
  /** Those from a sequence number on that are still here. */
  from(seq: number): LedgerEntry[];
}

export function createKept(mostBytes: number): Kept {
  let entries: { entry: LedgerEntry; bytes: number }[] = [];
  /** Entries of the array before this one are let go. */
  let head = 0;
  let size = 0;
  return {
    add(entry, bytes) {
      entries.push({ entry, bytes });
      size += bytes;
      while (size > mostBytes && head < entries.length - 1) {
        size -= entries[head]!.bytes;
        head += 1;
      }
      if (head < 1024 || head * 2 < entries.length) return;
      entries = entries.slice(head);
      head = 0;
    },
    from(seq) {
      const first = entries[head]?.entry.seq ?? 1;
      return entries.slice(head + Math.max(0, seq - first)).map(({ entry }) => entry);
    },
  };
}
