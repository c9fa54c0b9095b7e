/** What can keep a tenant from being served in order. */
export type Trouble = 'ledger-not-writable' | 'journal-not-writable' | 'market-not-writable' | 'backlog-full';

export interface Health {
  ok: boolean;
  reasons: Trouble[];
  /** Kinds of the faults that are on, each with how many; on request, so no trouble. */
  faults: Record<string, number>;
}

/** The health of a whole hub: which tenant has the trouble is for those who bear a token. */
export function together(all: readonly Health[]): Health {
  const faults: Record<string, number> = {};
  for (const health of all) {
    for (const [kind, count] of Object.entries(health.faults)) faults[kind] = (faults[kind] ?? 0) + count;
  }
  return { ok: all.every(({ ok }) => ok), reasons: [...new Set(all.flatMap(({ reasons }) => reasons))].sort(), faults };
}
