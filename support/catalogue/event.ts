import type { BlockName } from './blocks';
import type { RoleCode } from './roles';

/** Names a message: `{ interface: 'IF-031', event: 'MSApp' }`, the event without brackets. */
export interface MessageName {
  interface: string;
  event: string;
}

/** Who a publication goes to. */
export interface Recipients {
  /** Named by the sender in A0. */
  primary: readonly RoleCode[];
  /** Found by the DIP from MPAN and event. */
  secondary: readonly RoleCode[];
  /** Added by the DIP for the interface, whatever the MPAN. */
  always: readonly RoleCode[];
  /** How sure the split is; the set of recipients itself is stated everywhere. */
  basis: 'stated' | 'inferred';
}

/** One event of one interface: who says it to whom, and which blocks it carries. */
export interface EventDefinition {
  interface: string;
  event: string;
  publication: string;
  name: string;
  senders: readonly RoleCode[];
  recipients: Recipients;
  common: { required: readonly string[]; optional: readonly string[] };
  custom: { required: readonly BlockName[]; optional: readonly BlockName[] };
  /** The release leaves S0 of this event open: further keys pass. */
  openHeader?: true;
  /** The message that this one replies to. */
  answers?: MessageName;
  /** The message that opened the conversation of which this is a later leg. */
  continues?: MessageName;
}

/** What an event says of its own; the rest comes from its interface. */
interface EventRow {
  name: string;
  required: readonly BlockName[];
  optional?: readonly BlockName[];
  senders?: readonly RoleCode[];
  to?: Partial<Recipients>;
  answers?: string;
  continues?: string;
}

interface InterfaceRow {
  senders: readonly RoleCode[];
  to: Partial<Recipients>;
  /** The message carries an answer in R0. */
  answer?: boolean;
  openHeader?: true;
  events: Record<string, EventRow>;
}

const label = /^(IF-\d{3}|REP-\d{3}[A-Z]?) ?\[([^\]\s]+)\]$/;

/** `IF-031 [MSApp]`, as texts and tables write it. */
export function messageLabel(m: MessageName): string {
  return `${m.interface} [${m.event}]`;
}

/** Reads `IF-031 [MSApp]` or `IF-031[MSApp]`; undefined for anything else, whether or not such a message exists. */
export function parseMessageLabel(text: string): MessageName | undefined {
  const match = label.exec(text.trim());
  return match ? { interface: match[1]!, event: match[2]! } : undefined;
}

/** One definition per event of an interface. */
export function defineInterface(id: string, row: InterfaceRow): EventDefinition[] {
  return Object.entries(row.events).map(([event, own]) => ({
    interface: id,
    event,
    publication: id.replace('IF-', 'PUB-'),
    name: own.name,
    senders: own.senders ?? row.senders,
    recipients: { primary: [], secondary: [], always: [], basis: 'inferred', ...(own.to ?? row.to) },
    common: { required: ['S0', 'S1', 'M0'], optional: row.answer ? ['A0', 'D0', 'R0'] : ['A0', 'D0'] },
    custom: { required: own.required, optional: own.optional ?? [] },
    ...(row.openHeader && { openHeader: true as const }),
    ...(own.answers && { answers: parseMessageLabel(own.answers)! }),
    ...(own.continues && { continues: parseMessageLabel(own.continues)! }),
  }));
}
