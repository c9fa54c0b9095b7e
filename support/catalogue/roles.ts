import type { EventDefinition } from './event';

/** One of the 15 role codes of the DIP (`S1.senderRoleID`). */
export type RoleCode =
  | 'SUP'
  | 'REGS'
  | 'LDSO'
  | 'UMSO'
  | 'MSS'
  | 'MSA'
  | 'SDS'
  | 'ADS'
  | 'UMSDS'
  | 'MDR'
  | 'MDS'
  | 'LSS'
  | 'VAS'
  | 'ISD'
  | 'EES';

/** Whoever may be named as a sender or recipient: a role, or the DIP itself (it answers requests for a replay). */
export type PartyCode = RoleCode | 'DIP';

/** Market segment (DI-050): S smart and traditional, A advanced, U unmetered. */
export type Segment = 'S' | 'A' | 'U';

/** The part that a role plays in one process, where it has more than one. */
export type Side = 'incoming' | 'outgoing' | 'other' | 'proposed' | 'incumbent' | 'another';

export interface Role {
  name: string;
  /** What the holder is to an MPAN: a market party, a service that is appointed to it, or a central system. */
  kind: 'party' | 'metering-service' | 'data-service' | 'central';
  /** Only of the roles that serve some market segments and not others. */
  segments?: Segment[];
  /** The first is the usual one: who is named without a side. Absent: the role occurs once in a process. */
  sides?: readonly Side[];
}

const supplierSides = ['incoming', 'outgoing', 'other'] as const;
const serviceSides = ['proposed', 'incumbent', 'another'] as const;

/** Every role that may send or receive on the DIP. */
export const roles: Record<RoleCode, Role> = {
  SUP: { name: 'Supplier', kind: 'party', sides: supplierSides },
  REGS: { name: 'Registration Service', kind: 'party' },
  LDSO: { name: 'Licensed Distribution System Operator', kind: 'party' },
  UMSO: { name: 'Unmetered Supplies Operator', kind: 'metering-service', segments: ['U'], sides: serviceSides },
  MSS: { name: 'Metering Service (smart)', kind: 'metering-service', segments: ['S'], sides: serviceSides },
  MSA: { name: 'Metering Service (advanced)', kind: 'metering-service', segments: ['A'], sides: serviceSides },
  SDS: { name: 'Smart Data Service', kind: 'data-service', segments: ['S'], sides: serviceSides },
  ADS: { name: 'Advanced Data Service', kind: 'data-service', segments: ['A'], sides: serviceSides },
  UMSDS: { name: 'Unmetered Supplies Data Service', kind: 'data-service', segments: ['U'], sides: serviceSides },
  MDR: { name: 'Meter Data Retriever', kind: 'party', segments: ['S'], sides: serviceSides },
  MDS: { name: 'Market-wide Data Service', kind: 'central' },
  LSS: { name: 'Load Shaping Service', kind: 'central' },
  VAS: { name: 'Volume Allocation Service', kind: 'central' },
  ISD: { name: 'Industry Standing Data Service', kind: 'central' },
  EES: { name: 'Electricity Enquiry Service', kind: 'central' },
};

/** True for one of the 15 role codes, upper case as on the wire. */
export function isRole(x: string): x is RoleCode {
  return Object.hasOwn(roles, x);
}

/** The sides of a role, the usual one first; none where it occurs once. */
export function sidesOf(role: RoleCode): readonly Side[] {
  return roles[role].sides ?? [];
}

const serviceRoles = {
  metering: { S: 'MSS', A: 'MSA', U: 'UMSO' },
  data: { S: 'SDS', A: 'ADS', U: 'UMSDS' },
} as const satisfies Record<string, Record<Segment, RoleCode>>;

/** The role that serves a market segment: `serviceRole('data', 'A')` is `ADS`. */
export function serviceRole(kind: 'metering' | 'data', segment: Segment): RoleCode {
  return serviceRoles[kind][segment];
}

/** Whether a role may send an event. */
export function maySend(role: PartyCode, { senders }: Pick<EventDefinition, 'senders'>): boolean {
  return senders.includes(role);
}

/** Whether a role may receive an event, named by the sender or found by the DIP. */
export function mayReceive(role: PartyCode, { recipients }: Pick<EventDefinition, 'recipients'>): boolean {
  const { primary, secondary, always } = recipients;
  return [...primary, ...secondary, ...always].includes(role);
}
