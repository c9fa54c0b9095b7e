import { localDateOf, type Segment } from '../../catalogue';
import type { MeteringPoint } from '../acts';
import { today } from '../calendar';
import type { Pair, ProposalBlock, Service } from '../proposal';
import type { Assigned } from '../retriever/blocks';
import type { Inbox } from '../role';
import type { AppointmentRecord, Context } from '../types';
import { factAt, type Facts } from './facts';
import type { HeldMeter } from './meters';
import type { Relations } from './relations';
import { noRetriever, type RetrieverFacts } from './retriever-facts';

/** What a test says of an MPAN when it loads it, or the distributor when it creates it. */
export type Site = Pick<
  MeteringPoint,
  'segment' | 'meterKind' | 'energyDirection' | 'energisation' | 'distributor' | 'gspGroup' | 'since' | 'meterId'
>;

/** A switch as CSS announced it. `active`: the Supply Start Date has come and the supplier has changed. */
export interface Switch {
  registrationId: string;
  supplier: Pair;
  /** Local calendar date. */
  supplyStartDate: string;
  status: 'pending' | 'secured' | 'active' | 'cancelled';
}

/** One appointment from its proposal to its end. Loaded ones have no proposal block. */
export interface Appointment {
  service: Service;
  provider: Pair;
  /** 25-character date-time, as `to`. */
  from: string;
  to: string | null;
  status: AppointmentRecord['status'];
  code: string | null;
  scenario: string | null;
  block?: ProposalBlock;
  /** The supplier that proposed it. */
  supplier: Pair;
  /** The switch that a COS proposal belongs to. */
  registrationId: string | null;
  correlationID: string | null;
  /** The Meter Data Retriever that comes with an accepted data service. */
  retriever?: Assigned;
}

/** A contract between the customer and a service itself; one that was loaded has no end. */
export interface DirectContract {
  dipId: string;
  /** 25-character date-time. */
  to?: string;
}

/** What the Registration Service holds of one MPAN. */
export interface Register extends Inbox {
  /** The site as it was loaded or created; `facts` say what has become of it. */
  point: Site | null;
  facts: Facts;
  meters: HeldMeter[];
  relations: Relations;
  retrieval: RetrieverFacts;
  contracts: { [S in Service]?: DirectContract };
  /** Current supplier, and the local date since when. */
  supplier: (Pair & { since: string }) | null;
  switches: Switch[];
  appointments: Appointment[];
  /** The last day that an act has brought, if any. */
  travelledTo: string | null;
}

/** A register in which the MPAN is loaded, or was created. */
export type LoadedRegister = Register & { point: Site };

export const emptyRegister = (): Register => ({
  point: null,
  facts: {},
  meters: [],
  relations: {},
  retrieval: noRetriever(),
  contracts: {},
  supplier: null,
  switches: [],
  appointments: [],
  travelledTo: null,
  booked: [],
  exceptions: [],
});

export function isLoaded(register: Register): register is LoadedRegister {
  return register.point !== null;
}

/** Today, or the day that an act has brought for this MPAN if that is later. */
export function reachedDay(register: Register, context: Context): string {
  const now = today(context);
  return register.travelledTo !== null && register.travelledTo > now ? register.travelledTo : now;
}

/** The appointment in force for that service. */
export function held(register: Register, service: Service): Appointment | undefined {
  return register.appointments.find((it) => it.service === service && it.status === 'active');
}

/** True while the switch may still happen. */
export function isLive(it: Switch): boolean {
  return it.status === 'pending' || it.status === 'secured';
}

/** The market segment that is held last. */
export const segmentOf = (register: LoadedRegister): Segment =>
  factAt(register.facts, 'B026')?.marketSegmentIndicator ?? register.point.segment;

/** Changes the appointments that `which` picks. */
export function amend<R extends Register>(
  register: R,
  which: (it: Appointment) => boolean,
  change: Partial<Appointment>,
): R {
  return { ...register, appointments: register.appointments.map((it) => (which(it) ? { ...it, ...change } : it)) };
}

/** The local date that the appointment begins; a date that begins no day has been refused before. */
export function startOf(it: Appointment, context: Context): string | undefined {
  return localDateOf(it.from, context.market.effectiveDatesBeginAt);
}
