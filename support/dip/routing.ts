import { roles, type EventDefinition, type Message, type RoleCode } from '../catalogue';
import { addressingProblem } from './addressing-rules';
import type { DipParty, DirectoryEntry } from './types';

export interface Route {
  primary: string[];
  secondary: string[];
  always: string[];
  /** Everyone who gets the message, each once. */
  recipients: string[];
  /** The recipients cannot be worked out: the L2 code and why. Nothing is delivered then. */
  unresolved?: { code: string; help?: string };
}

export interface RouteInput {
  definition: EventDefinition;
  message: Message;
  entry: DirectoryEntry | undefined;
  /** Who held what before it last changed hands. */
  before?: Partial<DirectoryEntry>;
  parties: readonly DipParty[];
}

/** The MPAN that a message is about: of a relationship the principal one. */
export function mpanOf({ CommonBlock: { M0, M1 } }: Message): string | undefined {
  return M0?.MPANCore ?? M1?.principalMPAN;
}

/**
 * Works out the three lists of A0 (assumption routing-of-events): primary as the sender set it, secondary from the directory as it stands before
 * the message moves it, always every party of those roles. A recipient stands in the first list that names it. A
 * refusal of the Registration Service goes to whom it names and nobody else (assumption refusal-to-requester).
 */
export function route(input: RouteInput): Route {
  const { definition, message, entry, parties } = input;
  const { CommonBlock: common } = message;
  // A refusal is for who asked alone: nothing has changed for those who hold the MPAN.
  const {
    secondary: found,
    outgoing,
    always: everyOf,
  } = isRefusal(definition, message) ? noMore : definition.recipients;
  const needsDirectory = found.length > 0 && mpanOf(message) !== undefined;
  const taken = new Set<string>();
  const fresh = (ids: readonly (string | null)[]) =>
    ids.filter((id): id is string => {
      if (id === null || taken.has(id)) return false;
      taken.add(id);
      return true;
    });

  const primary = fresh(common.A0?.primaryRecipients ?? []);
  // The sender knows its own message: only a sender that names itself gets it back.
  taken.add(common.S1.senderDIPID);
  const secondary = fresh(found.flatMap((role) => holders(role, entry, parties)));
  if (tellsOutgoing(definition, message)) {
    secondary.push(...fresh((outgoing ?? []).flatMap((role) => holders(role, input.before, parties))));
  }
  const always = fresh(parties.filter((p) => everyOf.includes(p.role)).map((p) => p.dipId));
  const recipients = [...primary, ...secondary, ...always];
  const wrong = addressingProblem(message, definition, parties);
  if (wrong) return { primary, secondary, always, recipients: [], unresolved: wrong };
  const nobody = (code: string): Route => ({ primary, secondary, always, recipients: [], unresolved: { code } });
  if (needsDirectory && !entry) return nobody('MSG1037');
  if (needsDirectory && recipients.length === 0) return nobody('MSG1038');
  return { primary, secondary, always, recipients };
}

const noMore: Pick<EventDefinition['recipients'], 'secondary' | 'outgoing' | 'always'> = { secondary: [], always: [] };

// What the Registration Service decides against; half-hours that are rejected concern the supplier as well.
const isRefusal = ({ senders, answers }: EventDefinition, { CommonBlock: { A0, R0 } }: Message): boolean =>
  answers !== undefined &&
  senders.includes('REGS') &&
  R0?.responseCode === 'R' &&
  (A0?.primaryRecipients ?? []).some((id) => id !== null);

function holders(
  role: RoleCode,
  entry: Partial<DirectoryEntry> | undefined,
  parties: readonly DipParty[],
): (string | null)[] {
  const kind = roles[role].kind;
  if (kind === 'central') return parties.filter((p) => p.role === role).map((p) => p.dipId);
  const held: Partial<Record<RoleCode, string | null | undefined>> = {
    SUP: entry?.supplier,
    REGS: entry?.registration,
    LDSO: entry?.distributor,
    MDR: entry?.retriever,
  };
  const service = kind === 'metering-service' ? entry?.meteringService : entry?.dataService;
  const dipId = kind === 'party' ? held[role] : service;
  return kind === 'party' || parties.some((p) => p.dipId === dipId && p.role === role) ? [dipId ?? null] : [];
}

// Where an event may say which supplier comes (B002), only one that does is about a change of supplier.
function tellsOutgoing({ custom }: EventDefinition, message: Message): boolean {
  return !custom?.optional.includes('B002') || message.CustomBlock?.B002 !== undefined;
}
