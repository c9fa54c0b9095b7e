import type { ControlClient, Lease, StreamNews } from '../control';
import { controlErrors, errorsOf, type QualifyError } from '../errors';
import type { LedgerEntry } from '../ledger';

const raise = errorsOf(controlErrors);

/** Everything that the ledger holds of one leased MPAN, from the lease on, as it grows. */
export interface Watch {
  readonly mpan: string;
  readonly lease: Lease;
  readonly entries: readonly LedgerEntry[];
  /**
   * Resolves with the first answer of `look` that is not undefined. `look` is asked now, after every entry (once after
   * those that come together), and whenever `also` tells (it answers with how to end that); when the limit has passed it
   * resolves with undefined. Rejects when the run is interrupted.
   */
  until<T>(
    look: (entries: readonly LedgerEntry[]) => T | undefined,
    limitMs: number,
    also?: (again: () => void) => () => void,
  ): Promise<T | undefined>;
  /** Resolves when the time has passed: for what must not come. Rejects when the run is interrupted. */
  settle(ms: number): Promise<void>;
  stop(): void;
}

/** Subscribes to a leased MPAN. */
export function watch(control: ControlClient, lease: Lease): Watch {
  const entries: LedgerEntry[] = [];
  const waiting = new Set<() => void>();
  let interrupted: QualifyError | undefined;
  let isDue = false;

  /** To look through a conversation costs more than to take an entry in. */
  function lookSoon(): void {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      for (const look of [...waiting]) look();
    });
  }

  const stop = control.stream(lease.mpan, lease.seq, (event: StreamNews) => {
    if (event.type === 'entry') entries.push(event.entry);
    else if (event.type === 'abort') interrupted ??= raise('RUN_INTERRUPTED', { reason: event.reason });
    else interrupted ??= raise('HUB_UNREACHABLE', { url: 'its address', problem: event.reason });
    lookSoon();
  });

  function until<T>(
    look: (entries: readonly LedgerEntry[]) => T | undefined,
    limitMs: number,
    also?: (again: () => void) => () => void,
  ): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const others: (() => void)[] = [];
      const end = (finish: () => void) => {
        clearTimeout(deadline);
        waiting.delete(again);
        for (const stopOther of others) stopOther();
        finish();
      };
      const again = () => {
        if (interrupted) return end(() => reject(interrupted!));
        try {
          const found = look(entries);
          if (found !== undefined) end(() => resolve(found));
        } catch (error) {
          end(() => reject(error as Error));
        }
      };
      const deadline = setTimeout(() => end(() => resolve(undefined)), limitMs);
      waiting.add(again);
      if (also) others.push(also(again));
      again();
    });
  }

  return {
    mpan: lease.mpan,
    lease,
    entries,
    until,
    settle: async (ms) => void (await until<never>(() => undefined, ms)),
    stop,
  };
}
