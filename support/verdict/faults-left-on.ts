import { z } from 'zod';
import { errorsOf, verdictErrors } from '../errors';
import type { LedgerEntry } from '../ledger';
import type { Finding } from './schema';

const raise = errorsOf(verdictErrors);

/** What the ledger says of a fault that is turned on or off. */
const body = z.looseObject({ id: z.string(), kind: z.string(), by: z.string().optional() });

/** Faults of the simulated DIP that nobody ended: observations, since what they struck was judged for itself. */
export function faultsLeftOn(ledger: readonly LedgerEntry[]): Finding[] {
  const on = new Map<string, { entry: LedgerEntry; fault: z.infer<typeof body> }>();
  for (const entry of ledger) {
    if (entry.kind !== 'act' || (entry.name !== 'fault-on' && entry.name !== 'fault-off')) continue;
    const read = body.safeParse(entry.body);
    if (!read.success) continue;
    if (entry.name === 'fault-on') on.set(read.data.id, { entry, fault: read.data });
    else on.delete(read.data.id);
  }
  return [...on.values()].map(({ entry, fault }) => {
    const { id, by, ...spec } = fault;
    const what = Object.entries(spec).map(([key, value]) => `${key} ${String(value)}`);
    const isOfFile = by === 'environment file';
    const asked = entry.scenario ?? 'the control API';
    const who = isOfFile ? 'It is in the environment file' : `It was turned on by ${asked}`;
    const error = raise('FAULT_LEFT_ON', { id, what: what.join(', '), who });
    return {
      code: error.code,
      blame: isOfFile ? 'configuration' : error.kind,
      level: 'should',
      reason: error.message,
      ledger: [entry.seq],
    };
  });
}
