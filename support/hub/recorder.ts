import { checkEntry } from '../checks';
import type { Ledger, LedgerEntry, LedgerInput, WireFacts } from '../ledger';
import type { Party } from '../market';
import { certificateOnce } from './certificate-once';
import { createEarlier } from './earlier';
import type { Leases } from './leases';

export interface RecorderOptions {
  ledger: Ledger;
  leases: Leases;
  parties: readonly Party[];
  /** DIP IDs of the participant; who is neither here nor simulated is unknown to this hub and counts as it. */
  own: ReadonlySet<string>;
  levels: Readonly<Record<string, 'must' | 'should'>>;
  answerWithinMs: number;
  /** How many of the last entries are remembered for the checks of later ones; all without. */
  remember?: number;
}

/**
 * Writes what the DIP saw into the ledger: with the scenario and position that the MPAN's lease tells, and with the
 * always-on checks of whoever must answer for it.
 */
export function createRecorder(options: RecorderOptions): (input: LedgerInput, facts: WireFacts) => LedgerEntry {
  const { ledger, leases, parties, own, levels, answerWithinMs } = options;
  const earlier = createEarlier(options.remember);
  const shorten = certificateOnce(ledger);
  const simulated = new Set(parties.map((party) => party.dipId).filter((dipId) => !own.has(dipId)));

  return (input, facts) => {
    const lease = leases.of(input.mpan);
    // What is handed over to a party, or could not be: its receiver must answer for it.
    const toParty = input.to !== 'DIP' && (input.kind === 'status' || input.kind === 'refused');
    const handedOver = input.kind === 'delivered' || toParty;
    const actor = handedOver ? input.to : input.from;
    const answerable = handedOver || input.from === 'DIP' ? input.to : input.from;
    const checks = checkEntry(input, {
      facts,
      own: simulated.has(answerable) ? 'simulated' : 'participant',
      parties,
      leased: (mpan) => leases.of(mpan) !== undefined,
      earlier: earlier.of(input.mpan),
      levels,
      now: new Date(),
      answerWithinMs,
    });
    const position = leases.position(input.mpan, actor);
    input.checks = checks;
    if (position) input.position = position;
    if (lease?.scenario !== undefined) input.scenario = lease.scenario;
    shorten(input);
    const entry = ledger.append(input);
    earlier.add(entry);
    return entry;
  };
}
