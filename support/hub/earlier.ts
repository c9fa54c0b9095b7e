import type { LedgerEntry } from '../ledger';

/** Entries by MPAN, for the checks of later ones; the oldest of all give way when there are more than `most`. */
export function createEarlier(most = Infinity): {
  of(mpan: string | undefined): readonly LedgerEntry[];
  add(entry: LedgerEntry): void;
} {
  const byMpan = new Map<string, LedgerEntry[]>();
  let order: string[] = [];
  let gone = 0;

  function dropOldest(): void {
    const mpan = order[gone]!;
    gone += 1;
    const own = byMpan.get(mpan)!;
    own.shift();
    if (own.length === 0) byMpan.delete(mpan);
    if (gone < most) return;
    order = order.slice(gone);
    gone = 0;
  }

  return {
    of: (mpan) => (mpan === undefined ? [] : (byMpan.get(mpan) ?? [])),
    add(entry) {
      if (entry.mpan === undefined) return;
      const own = byMpan.get(entry.mpan);
      if (own) own.push(entry);
      else byMpan.set(entry.mpan, [entry]);
      if (most === Infinity) return;
      order.push(entry.mpan);
      if (order.length - gone > most) dropOldest();
    },
  };
}
