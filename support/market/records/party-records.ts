import { effectiveFrom, instant } from '../../catalogue';
import { argumentsOf } from '../acts';
import { appointmentRecords, type Entry, learn, open } from './appointment-book';
import { blocksOf, type HeldFacts, withFacts } from './held-facts';
import { activeNotice, endNotice } from './notices';
import { allHeld } from '../registration/held-blocks';
import { loadedRegister } from '../registration/load';
import { emptyRegister, isLoaded } from '../registration/register';
import { stageOf } from '../proposal';
import type { Inbox } from '../role';
import type { Seen } from '../seen';
import type { Context, Records } from '../types';

/** Who supplies the MPAN, since when (25-character date-time). */
export interface Supply {
  dipId: string;
  from: string;
}

/** The records that suppliers, services and those who take copies keep of an MPAN. */
export interface PartyRecords extends Inbox {
  supply: Supply | null;
  book: Entry[];
  /** What the Registration Service has told of the MPAN itself. */
  facts: HeldFacts;
}

export const emptyRecords = (): PartyRecords => ({ supply: null, book: [], facts: {}, booked: [], exceptions: [] });

/** The answer of the records probe. */
export function showRecords({ supply, book, facts }: PartyRecords): Omit<Records, 'mpan' | 'booked' | 'exceptions'> {
  const known = blocksOf(facts);
  return {
    supplier: supply,
    appointments: appointmentRecords(book),
    ...(Object.keys(known).length > 0 && { facts: known }),
  };
}

/** Of two supplies the one that begins later stands, so that it does not matter which was learnt first. */
export function learnSupply<S extends PartyRecords>(state: S, learnt: Supply): S {
  const { supply } = state;
  if (supply && (instant(supply.from) ?? 0) > (instant(learnt.from) ?? 0)) return state;
  return { ...state, supply: learnt };
}

/** Takes the supplier of B002, in IF-001 and IF-037. */
export function learnIncoming<S extends PartyRecords>(state: S, { custom: { B002 } }: Seen): S {
  return B002 ? learnSupply(state, { dipId: B002.incomingSupplierDIPID, from: B002.supplierEffectiveFromDate }) : state;
}

/** Takes IF-036 or IF-037 into the book as it stands; undefined when the message tells of no appointment. */
export function learnNotice<S extends PartyRecords>(state: S, seen: Seen): S | undefined {
  const stage = stageOf(seen.event);
  const ends = stage?.stage === 'deAppointed';
  const notice = stage && (ends ? endNotice : activeNotice)(seen.custom, stage.service);
  if (!notice) return undefined;
  const key = { ...notice, dipId: notice.provider.dipId };
  // The end carries the conversation of the successor, which says nothing of the attempt that ends.
  const book = ends
    ? learn(state.book, key, null, { to: notice.to })
    : learn(state.book, key, seen.conversation, { accepted: true, active: true });
  return { ...state, book };
}

/** The facts of loadMeteringPoint as records: supplier and services since the date named. */
export function loadRecords<S extends PartyRecords>(
  state: S,
  args: Record<string, unknown>,
  context: Context,
  keeps: (dipId: string) => boolean = () => true,
): S {
  const point = argumentsOf('loadMeteringPoint', args);
  const from = effectiveFrom(point.since, context.market.effectiveDatesBeginAt);
  let book: Entry[] = [];
  for (const [service, party] of [
    ['metering', point.meteringService],
    ['data', point.dataService],
  ] as const) {
    if (party && keeps(party.dipId)) book = open(book, { service, dipId: party.dipId, from }, { active: true });
  }
  const held = loadedRegister(point, emptyRegister(), context);
  const facts = isLoaded(held) ? withFacts({}, allHeld(held, context), '') : {};
  return { ...state, supply: { dipId: point.supplier.dipId, from }, book, facts };
}
