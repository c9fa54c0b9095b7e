import type { Dip } from '../dip';
import type { Health, Trouble } from './health';

/** What is wrong with a tenant's world right now. */
export interface Troubles {
  add(what: Trouble): void;
  end(what: Trouble): void;
  health(dip: Pick<Dip, 'status' | 'faults'>): Health;
}

/** `backlog`: from how many publications for one recipient and channel those who send to it are slowed down. */
export function createTroubles(backlog: number): Troubles {
  const lasting = new Set<Trouble>();
  return {
    add: (what) => void lasting.add(what),
    end: (what) => void lasting.delete(what),
    health(dip) {
      // A recipient that does not answer slows nobody down, and is its own affair.
      const full = dip.status().queues.some(({ waiting, stalled }) => !stalled && waiting >= backlog);
      const reasons: Trouble[] = [...lasting, ...(full ? (['backlog-full'] as const) : [])];
      const faults: Record<string, number> = {};
      for (const { kind } of dip.faults()) faults[kind] = (faults[kind] ?? 0) + 1;
      return { ok: reasons.length === 0, reasons: reasons.sort(), faults };
    },
  };
}
