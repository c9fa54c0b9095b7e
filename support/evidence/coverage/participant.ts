import type { LedgerEntry } from '../../ledger';
import type { CoveredRun } from './types';

/** The DIP ID that an entry is about: who sent, answered or refused, or whom something was handed to. */
export function partyOf({ kind, from, to }: LedgerEntry): string {
  const handedOver = kind === 'delivered' || ((kind === 'status' || kind === 'refused') && to !== 'DIP');
  return handedOver ? to : from;
}

const onTheWire: readonly LedgerEntry['kind'][] = ['accepted', 'refused', 'delivered', 'answered', 'status'];
const roleOf = (position: string) => position.replace(/ \(.*$/, '');

/**
 * The role in which the participant acts in an entry; undefined where another party does. A scenario's own binding of
 * positions tells it; where there is none, the DIP IDs that the participant had in other scenarios.
 */
export function participantIn({ verdicts, entries }: CoveredRun): (entry: LedgerEntry) => string | undefined {
  const bindings = new Map(verdicts.scenarios.map(({ id, positions }) => [id, positions]));
  const actorIn = ({ scenario, position }: LedgerEntry) =>
    scenario === undefined || position === undefined ? undefined : bindings.get(scenario)?.[position];
  const own = new Map<string, string>();
  for (const entry of entries) {
    if (!onTheWire.includes(entry.kind) || actorIn(entry) !== 'participant') continue;
    const dipId = partyOf(entry);
    if (!own.has(dipId)) own.set(dipId, roleOf(entry.position!));
  }
  return (entry) => {
    const actor = actorIn(entry);
    if (actor === undefined) return own.get(partyOf(entry));
    return actor === 'participant' ? roleOf(entry.position!) : undefined;
  };
}
