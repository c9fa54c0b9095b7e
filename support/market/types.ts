import type { CustomBlocks, Message, RoleCode, StandingData } from '../catalogue';

/** An organisation in one role, as the market knows it. */
export interface Party {
  dipId: string;
  mpid: string;
  role: RoleCode;
  name: string;
}

/** What standing data says of everyone: reducers look MPIDs, roles and pairs up here. */
export interface Market {
  parties: readonly Party[];
  /** Assumption `effective-dates-begin-at`. */
  effectiveDatesBeginAt: 'local' | 'utc';
  /** By which values are judged; where it is left out, only the value lists of the catalogue say what is wrong. */
  standing?: Standing;
}

/** The standing data that the rules of the market ask. */
export type Standing = Pick<
  StandingData,
  'meterTypes' | 'otherParties' | 'profileClasses' | 'settlementConfigurations'
>;

/** What a reducer is given from outside, so that it stays pure. */
export interface Context {
  self: Party;
  market: Market;
  mpan: string;
  /** Now, ISO 8601 UTC. */
  now: string;
  /** What the same party holds of another MPAN: its reducer's own state, or undefined. */
  elsewhere?(mpan: string): unknown;
}

/** What happens to a role: a message arrives, its own business acts, or time is looked at. */
export type Input =
  | { kind: 'message'; message: Message; instruction?: Instruction }
  | { kind: 'act'; act: string; args: Record<string, unknown> }
  | { kind: 'tick' };

/** What a simulated actor is told to do with the next message of that name, in place of its own judgement. */
export type Instruction =
  /** Answers with a refusal that carries these codes. */
  | { kind: 'refuse'; interface: string; event: string; codes: string[] }
  /** Takes the message and does nothing. */
  | { kind: 'silent'; interface: string; event: string };

/** A message that a role wants to send; the actor adds S0, S1, A0 and M0. */
export interface Outgoing {
  interface: string;
  event: string;
  custom: Partial<CustomBlocks>;
  response?: { responseCode: 'A' | 'R' | 'L' | 'W'; responseMessages: string[] };
  /** DIP IDs for A0.primaryRecipients; empty leaves A0 out (the DIP resolves the audience). */
  primaryRecipients: string[];
  /** D0.initialCorrelationID of the publication that this answers or continues; null on a first message. */
  correlationID: string | null;
  /** M0.GSPGroupID, where the role knows better than the actor to which group the MPAN belongs. */
  gspGroup?: string;
}

/** A remark of a role about what it did or could not do: shown in logs, kept with the act. */
export interface Effect {
  note: string;
  /** Set when the publication should not have come: the code with which its receiver may refuse it. */
  code?: string;
}

export interface Reaction<S> {
  state: S;
  messages: Outgoing[];
  effects: Effect[];
  /** Acts that follow for other MPANs of the same party, within its own walls. */
  others?: OtherAct[];
}

/** Something that a party does to another MPAN because of this one: no act of a business, and known to its role only. */
export interface OtherAct {
  mpan: string;
  act: string;
  args: Record<string, unknown>;
}

/** A role's behaviour for one party and one MPAN. Pure: same state and input, same reaction. */
export interface Reducer<S> {
  initial(): S;
  reduce(state: S, input: Input, context: Context): Reaction<S>;
  /** What this role's own records hold of the MPAN: the answer of the probes. */
  records(state: S, context: Context): Records;
}

/** A service appointment as a participant's own records show it. Dates are 25-character date-times. */
export interface AppointmentRecord {
  service: 'metering' | 'data';
  dipId: string;
  from: string;
  to?: string | null;
  status: 'proposed' | 'refused' | 'accepted' | 'active' | 'ended' | 'lapsed';
  /** Code of the refusal or lapse, where there is one. */
  code?: string | null;
}

/** The answer of the `records` probe. */
export interface Records {
  mpan: string;
  supplier?: { dipId: string; from: string } | null;
  appointments: AppointmentRecord[];
  /** What is held of the MPAN itself, by block, as the wire has it. */
  facts?: Partial<CustomBlocks>;
  /** Transaction ids booked, each once. */
  booked?: string[];
  /** Publications that were refused or could not be handled, shown to a user. */
  exceptions?: string[];
}
