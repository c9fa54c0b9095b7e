import { roles, type EventDefinition, type Message, type RoleCode } from '../catalogue';
import type { DipParty, DirectoryEntry, UnresolvedCode } from './types';

export interface Route {
  primary: string[];
  secondary: string[];
  always: string[];
  /** Everyone who gets the message, each once. */
  recipients: string[];
  /** The secondary recipients cannot be worked out: the L2 code. Nothing is delivered then. */
  unresolved?: UnresolvedCode;
}

export interface RouteInput {
  definition: EventDefinition;
  message: Message;
  entry: DirectoryEntry | undefined;
  outgoingSupplier?: string;
  parties: readonly DipParty[];
}

/**
 * Works out the three lists of A0: primary as the sender set it, secondary from the directory as it stands before
 * the message moves it, always every party of those roles. A recipient stands in the first list that names it.
 */
export function route(input: RouteInput): Route {
  const { definition, message, entry, parties } = input;
  const { CommonBlock: common } = message;
  const needsDirectory = definition.recipients.secondary.length > 0 && common.M0 !== undefined;
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
  const secondary = fresh(definition.recipients.secondary.flatMap((role) => holders(role, input)));
  const always = fresh(parties.filter((p) => definition.recipients.always.includes(p.role)).map((p) => p.dipId));
  const recipients = [...primary, ...secondary, ...always];
  if (needsDirectory && !entry) return { primary, secondary, always, recipients: [], unresolved: 'MSG1037' };
  if (needsDirectory && recipients.length === 0) {
    return { primary, secondary, always, recipients, unresolved: 'MSG1038' };
  }
  return { primary, secondary, always, recipients };
}

function holders(role: RoleCode, { message, entry, outgoingSupplier, parties }: RouteInput): (string | null)[] {
  const kind = roles[role].kind;
  if (kind === 'central') return parties.filter((p) => p.role === role).map((p) => p.dipId);
  if (!entry) return [];
  if (role === 'SUP') return [entry.supplier, endsWithSupply(message) ? (outgoingSupplier ?? null) : null];
  if (role === 'REGS') return [entry.registration];
  if (role === 'LDSO') return [entry.distributor];
  const service =
    kind === 'metering-service' ? entry.meteringService : kind === 'data-service' ? entry.dataService : null;
  return parties.some((p) => p.dipId === service && p.role === role) ? [service] : [];
}

// B002 (incoming supplier) in a de-appointment: the service ends because the supplier changed, so both suppliers care.
function endsWithSupply(message: Message): boolean {
  return message.CommonBlock.S0.interfaceID === 'IF-037' && message.CustomBlock?.B002 !== undefined;
}
