import type { BlockName } from '../blocks';
import { type EventDefinition, messageLabel, parseMessageLabel, type Recipients } from '../event';
import type { PartyCode } from '../roles';

type CommonName = 'S1' | 'S2' | 'M0' | 'M1' | 'R0' | 'R1';
/** `schema` is what a report says of its own contents. */
type CustomName = BlockName | 'schema';
type Routing = Partial<Pick<Recipients, 'primary' | 'secondary' | 'always' | 'outgoing'>>;

/** What an event may say for itself; an interface says it for all its events. */
interface Shared {
  senders?: readonly PartyCode[];
  /** Which roles send it is inferred. */
  sending?: 'inferred';
  to?: Routing;
  /** Of CommonBlock besides S0; A0 and D0 may always be. S1 and M0 unless said otherwise. */
  common?: readonly CommonName[];
}

export interface EventRow extends Shared {
  name: string;
  /** Neither `required` nor `optional`: the event has no CustomBlock. */
  required?: readonly CustomName[];
  optional?: readonly CustomName[];
  /** Blocks that stand under another name than that of their definition. */
  shapes?: Readonly<Record<string, BlockName>>;
  /** Greatest length of a list, where the event limits it. */
  most?: Readonly<Record<string, number>>;
  processes: readonly string[];
  /** What starts it, and so the process in which it stands, is inferred. */
  trigger?: 'inferred';
  answers?: string;
  continues?: string;
}

export interface InterfaceRow extends Shared {
  /** The split of recipients is stated; it is inferred unless said otherwise. */
  routing?: 'stated';
  schemaVersion?: string;
  /** R0 may be, though the release does not ask for it. */
  mayAnswer?: true;
  openHeader?: true;
  openCommon?: true;
  events: Readonly<Record<string, EventRow>>;
}

/** Checks rows and keeps their literal types, from which the types of messages come. */
export function interfaces<const T extends Readonly<Record<string, InterfaceRow>>>(rows: T): T {
  return rows;
}

const header = ['S1', 'M0'] as const;
const nobody: readonly never[] = [];
const free = ['A0', 'D0'];
const freeAnswer = [...free, 'R0'];

/** Names that always stand for another block: the header of what is replayed, the answer to the request for it … */
function shapesOf(id: string, common: readonly string[], { optional, shapes }: EventRow): EventDefinition['shapes'] {
  if (optional?.includes('schema')) return { schema: `${id}-CustomBlock` };
  if (!common.includes('R1')) return shapes;
  return common.includes('S2') ? { S2: 'S1', R1: 'R0' } : { R1: 'R0' };
}

// Every process makes all of them when it starts: plain assignments, which cost less than spreading.
function define(id: string, event: string, all: InterfaceRow, row: EventRow): EventDefinition {
  const kind = id.startsWith('REP-') ? 'report' : 'interface';
  const common = row.common ?? all.common ?? header;
  const { primary = nobody, secondary = nobody, always = nobody, outgoing } = row.to ?? all.to ?? {};
  const setting = `routing["${messageLabel({ interface: id, event })}"]`;
  const definition: EventDefinition = {
    interface: id,
    event,
    publication: id.replace('IF-', 'PUB-'),
    name: row.name,
    schemaVersion: all.schemaVersion ?? (kind === 'report' ? '008' : '011'),
    kind,
    senders: row.senders ?? all.senders ?? nobody,
    sendersBasis: row.sending ?? all.sending ?? 'stated',
    recipients: { primary, secondary, always, basis: all.routing ?? 'inferred', setting },
    processes: row.processes,
    processesBasis: row.trigger ?? 'stated',
    common: { required: ['S0', ...common], optional: all.mayAnswer ? freeAnswer : free },
  };
  if (outgoing) definition.recipients.outgoing = outgoing;
  const { required, optional, most, answers, continues } = row;
  if (required ?? optional) definition.custom = { required: required ?? nobody, optional: optional ?? nobody };
  const shapes = shapesOf(id, common, row);
  if (shapes) definition.shapes = shapes;
  if (most) definition.most = most;
  if (all.openHeader) definition.openHeader = true;
  if (all.openCommon) definition.openCommon = true;
  if (answers) definition.answers = parseMessageLabel(answers);
  if (continues) definition.continues = parseMessageLabel(continues);
  return definition;
}

/** One definition per event, by interface, IF-… before REP-…. */
export function definitionsOf(rows: Readonly<Record<string, InterfaceRow>>): EventDefinition[] {
  return Object.entries(rows)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, row]) => Object.entries(row.events).map(([event, own]) => define(id, event, row, own)));
}
