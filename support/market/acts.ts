import { z } from 'zod';
import type { RoleCode } from '../catalogue';

const dipId = z.string().length(10);
const mpid = z.string().regex(/^[A-Z]{4}$/);
const party = z.object({ dipId, mpid });
/** A local calendar date; `effectiveFrom` of the catalogue turns it into a date-time of the wire. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const appointment = z.object({
  service: party,
  from: date,
  scenario: z.enum(['COS', 'CSP', 'USP']),
  /** The CSS registration id to quote in B013; null leaves B013 out. Absent: the one that IF-002 brought. */
  registrationId: z.string().max(36).nullish(),
  contractReference: z.string().max(50).default('MQ-CONTRACT-1'),
});

const meteringPoint = z.object({
  segment: z.enum(['S', 'A', 'U']),
  meterKind: z.enum(['smart', 'traditional', 'advanced', 'none']),
  energyDirection: z.enum(['I', 'E']),
  energisation: z.enum(['E', 'D']),
  distributor: dipId,
  gspGroup: z.string().length(2),
  supplier: party,
  meteringService: party.nullable(),
  dataService: party.nullable(),
  /** Since when supplier and services hold the MPAN. */
  since: date,
  /** Of the meter that is there, where the pool of test MPANs says it. */
  meterId: z.string().max(10).optional(),
  /** Which services the customer has contracted itself; absent means none. */
  directContracts: z.object({ metering: z.boolean(), data: z.boolean() }).optional(),
});

/** Facts of one MPAN, as the Registration Service holds them. */
export type MeteringPoint = z.infer<typeof meteringPoint>;

/** Asks for what the DIP published on one channel, about the MPAN of the act. */
const missed = z.object({
  /** `IF-035` */
  interface: z.string().regex(/^(IF|REP)-\d{3}[A-Z]?$/),
  /** Event code without brackets; absent: every event of the channel. */
  event: z.string().optional(),
  /** From when on; a date-time of the wire. */
  since: z.string(),
});

/**
 * What kind of thing an act is: a decision of the business, the loading of data, word from CSS, a day that comes, or
 * something that is asked of the DIP.
 */
export type ActKind = 'business' | 'load' | 'css' | 'travel' | 'dip';

export interface ActDefinition {
  kind: ActKind;
  /** Roles that can be given the act. */
  roles: readonly RoleCode[];
  /** One line for people who wire their own system. */
  what: string;
  args: z.ZodType<Record<string, unknown>>;
}

const meteringServices = ['MSS', 'MSA', 'UMSO'] as const;
const dataServices = ['SDS', 'ADS', 'UMSDS'] as const;
const anybody = ['SUP', 'REGS', 'LDSO', ...meteringServices, ...dataServices, 'MDR'] as const;

/**
 * Every act that a business can be told to do. One name serves as reducer command, trigger key in a profile, name in
 * the control API and When step.
 */
export const acts = {
  appointMeteringService: {
    kind: 'business',
    roles: ['SUP'],
    what: 'The supplier proposes a Metering Service to an MPAN: IF-031 [MSApp].',
    args: appointment,
  },
  appointDataService: {
    kind: 'business',
    roles: ['SUP'],
    what: 'The supplier proposes a Data Service to an MPAN: IF-031 [DSApp].',
    args: appointment,
  },
  loadMeteringPoint: {
    kind: 'load',
    roles: ['REGS', 'SUP', ...meteringServices, ...dataServices],
    what: 'The system is given the facts of a test MPAN, as if it had held them since the date named.',
    args: meteringPoint,
  },
  endContract: {
    kind: 'load',
    roles: [...meteringServices, ...dataServices],
    what: 'The service has no contract with that supplier for this MPAN, so that a proposal must be refused.',
    args: z.object({ supplier: dipId }),
  },
  stopServingSegment: {
    kind: 'load',
    roles: [...meteringServices, ...dataServices],
    what: 'The service does not serve that market segment for this MPAN, so that a proposal must be refused.',
    args: z.object({ segment: z.enum(['S', 'A', 'U']) }),
  },
  switchPending: {
    kind: 'css',
    roles: ['REGS'],
    what: 'CSS tells the Registration Service of a pending switch.',
    args: z.object({ registrationId: z.string().max(36), supplier: party, supplyStartDate: date }),
  },
  switchSecured: {
    kind: 'css',
    roles: ['REGS'],
    what: 'CSS tells the Registration Service that the switch is secured active.',
    args: z.object({ registrationId: z.string().max(36) }),
  },
  switchCancelled: {
    kind: 'css',
    roles: ['REGS'],
    what: 'CSS tells the Registration Service that the switch is cancelled.',
    args: z.object({ registrationId: z.string().max(36) }),
  },
  dayArrives: {
    kind: 'travel',
    roles: ['REGS', 'SUP'],
    what: 'For this MPAN that local day has come, such as its Supply Start Date.',
    args: z.object({ date }),
  },
  requestRequeue: {
    kind: 'dip',
    roles: anybody,
    what: 'The system asks the DIP to bring what it published about an MPAN to the webhook once more.',
    args: missed,
  },
  requestReplay: {
    kind: 'dip',
    roles: anybody,
    what: 'The system asks the DIP to answer with what it published about an MPAN, and takes that in.',
    args: missed,
  },
} as const satisfies Record<string, ActDefinition>;

export type ActName = keyof typeof acts;

/** The definition of an act, or undefined when nothing bears that name. */
export function actDefinition(name: string): ActDefinition | undefined {
  return Object.hasOwn(acts, name) ? acts[name as ActName] : undefined;
}

export type ArgumentsOf<N extends ActName> = z.output<(typeof acts)[N]['args']>;

/** The arguments of an act, checked and with their defaults. Throws a ZodError. */
export function argumentsOf<N extends ActName>(act: N, args: unknown): ArgumentsOf<N> {
  return acts[act].args.parse(args) as ArgumentsOf<N>;
}
