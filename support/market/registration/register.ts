import { effectiveFrom, localDateOf } from '../../catalogue';
import type { MeteringPoint } from '../acts';
import { today } from '../calendar';
import type { Pair, ProposalBlock, Service } from '../proposal';
import type { Inbox } from '../role';
import type { AppointmentRecord, Context, Records } from '../types';

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
}

/** What the Registration Service holds of one MPAN. */
export interface Register extends Inbox {
  point: MeteringPoint | null;
  /** Current supplier, and the local date since when. */
  supplier: (Pair & { since: string }) | null;
  switches: Switch[];
  appointments: Appointment[];
  /** The last day that an act has brought, if any. */
  travelledTo: string | null;
}

/** A register in which the MPAN is loaded. */
export type LoadedRegister = Register & {
  point: MeteringPoint;
  supplier: Pair & { since: string };
};

export const emptyRegister = (): Register => ({
  point: null,
  supplier: null,
  switches: [],
  appointments: [],
  travelledTo: null,
  booked: [],
  exceptions: [],
});

export function isLoaded(register: Register): register is LoadedRegister {
  return register.point !== null && register.supplier !== null;
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

/** The answer of the records probe. */
export function registerRecords(register: Register, context: Context): Omit<Records, 'mpan' | 'booked' | 'exceptions'> {
  const { supplier } = register;
  const begins = context.market.effectiveDatesBeginAt;
  return {
    supplier: supplier && { dipId: supplier.dipId, from: effectiveFrom(supplier.since, begins) },
    appointments: register.appointments.map(({ service, provider, from, to, status, code }) => ({
      service,
      dipId: provider.dipId,
      from,
      to,
      status,
      code,
    })),
  };
}
