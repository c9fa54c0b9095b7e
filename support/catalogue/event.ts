import type { PartyCode, RoleCode } from './roles';

/** Names a message: `{ interface: 'IF-031', event: 'MSApp' }`, the event without brackets. */
export interface MessageName {
  interface: string;
  event: string;
}

/** `stated` by a public source, `inferred` by us. */
export type Basis = 'stated' | 'inferred';

/** Who a publication goes to. The roles are stated nearly everywhere, their split into three lists nearly nowhere. */
export interface Recipients {
  /** Named by the sender in A0. */
  primary: readonly RoleCode[];
  /** Found by the DIP from MPAN and event. */
  secondary: readonly RoleCode[];
  /** Those of `secondary` whose predecessor is told too: the event is about a change of hands. */
  outgoing?: readonly RoleCode[];
  /** Added by the DIP for the interface, whatever the MPAN. */
  always: readonly PartyCode[];
  /** How sure the split is; `set` where an environment says it. */
  basis: Basis | 'set';
  /** Key of an environment file that overrides the split: `routing["IF-031 [MSApp]"]`. */
  setting: string;
}

/** Names of blocks, those that must be and those that may. */
export interface BlockNames {
  required: readonly string[];
  optional: readonly string[];
}

/** One event of one interface of some release: who says it to whom, and which blocks it carries. */
export interface EventDefinition extends MessageName {
  publication: string;
  name: string;
  schemaVersion: string;
  kind: 'interface' | 'report';
  senders: readonly PartyCode[];
  sendersBasis: Basis;
  recipients: Recipients;
  /** Business processes in which it is said: BP001 …, MIG for migration. */
  processes: readonly string[];
  processesBasis: Basis;
  common: BlockNames;
  /** Absent: the event has no CustomBlock. */
  custom?: BlockNames;
  /** Blocks that stand under another name than that of their definition: `{ S2: 'S1' }`. */
  shapes?: Readonly<Record<string, string>>;
  /** Greatest length of a list, where the event limits it. */
  most?: Readonly<Record<string, number>>;
  /** The release leaves S0, or CommonBlock, of this event open: further keys pass. */
  openHeader?: true;
  openCommon?: true;
  /** The message that this one replies to. */
  answers?: MessageName;
  /** The message that opened the conversation of which this is a later leg. */
  continues?: MessageName;
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
