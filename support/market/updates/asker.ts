import { type CustomBlocks, effectiveFrom, instant, type MessageName, roles } from '../../catalogue';
import { today } from '../calendar';
import type { Service } from '../proposal';
import type { Entry } from '../records/appointment-book';
import type { PartyRecords } from '../records/party-records';
import { type MeterDetails, testMeter } from '../registration/meters';
import type { Context } from '../types';
import { dayOf } from './update';

/** What an act says to others. */
export interface Said extends MessageName {
  custom: Partial<CustomBlocks>;
  primaryRecipients?: string[];
}

/** Who does an act, as the act sees it. */
export interface Asker {
  self: Context['self'];
  mpan: string;
  /** Which service it is; undefined for a supplier. */
  service: Service | undefined;
  /** The meter that it takes to be there; a test meter where it knows of none. */
  meter: MeterDetails;
  /** DIP ID of the data service that it knows to be in force. */
  dataService: string | undefined;
  /** Since when the supplier that it knows supplies, as the wire has it. */
  suppliedFrom: string | undefined;
  /** The local date that it works on where an act names none: today, or the start of what it holds if that is later. */
  today: string;
  /** The date-time of the wire of a local date; of its today where there is none. */
  begins(date?: string): string;
}

export function askerOf(state: PartyRecords, context: Context): Asker {
  const { self, mpan, market } = context;
  const kind = roles[self.role].kind;
  const service = kind === 'metering-service' ? 'metering' : kind === 'data-service' ? 'data' : undefined;
  const day = later(today(context), startOf(state, service, context));
  const begins = (date = day) => effectiveFrom(date, market.effectiveDatesBeginAt);
  const known = state.facts.B905List?.block.at(-1)?.existingMeter;
  const segment = state.facts.B026?.block.marketSegmentIndicator;
  const meter = known ?? testMeter(segment === 'A' ? 'advanced' : 'smart', { mpan, installed: begins() });
  const dataService = state.book.findLast((it) => it.service === 'data' && isInForce(it))?.dipId;
  const suppliedFrom = state.supply?.from;
  return { self, mpan, service, meter, dataService, suppliedFrom, today: day, begins };
}

function startOf(state: PartyRecords, service: Service | undefined, context: Context): string | undefined {
  if (!service) return state.supply?.dipId === context.self.dipId ? dayOf(state.supply.from, context) : undefined;
  const own = state.book.filter((it) => it.service === service && it.dipId === context.self.dipId && isInForce(it));
  const first = own.sort((a, b) => (instant(a.from) ?? 0) - (instant(b.from) ?? 0))[0];
  return first && dayOf(first.from, context);
}

const isInForce = ({ facts }: Entry) => facts.active === true && facts.to === undefined;

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);
