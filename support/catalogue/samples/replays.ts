import type { EventDefinition } from '../event';
import type { PartyCode } from '../roles';
import type { SampleParty } from './parties';

/** Where a message came from that another repeats. */
export interface Origin {
  interface: string;
  sender: SampleParty & { role: PartyCode };
  /** It answered another in its turn. */
  isAnswer: boolean;
}

type Replayed = Pick<Origin, 'interface' | 'isAnswer'> & { role: PartyCode };

const fromService: Replayed = { interface: 'IF-021', role: 'ADS', isAnswer: false };

const ofEvent: Readonly<Record<string, Replayed>> = {
  ActivePower: fromService,
  ReactivePower: fromService,
  ActivePowerRejected: { interface: 'IF-014', role: 'MDS', isAnswer: true },
  ActivePowerDefaulted: { interface: 'IF-013', role: 'MDS', isAnswer: false },
};

/** What a replay (IF-016) repeats in S2: the data service's own message, or one of settlement about it. */
export function replayedBy({ interface: id, event }: Pick<EventDefinition, 'interface' | 'event'>) {
  return id === 'IF-016' && Object.hasOwn(ofEvent, event) ? ofEvent[event] : undefined;
}
