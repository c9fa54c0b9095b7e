import type { EventDefinition, Message } from '../catalogue';
import type { StandardItem } from '../wire';
import type { AccessList } from './access-list';
import type { Directory } from './directory';
import type { AcceptedMessage } from './journal';
import { mpanOf, type Route, route } from './routing';
import type { DipParty } from './types';

/** The ids that the DIP gives to a message it takes in. */
export interface Ids {
  transactionID: string;
  initialCorrelationID: string;
}

/** A message that is good: it gets its ids, and its recipients. */
export interface Good {
  message: Message;
  definition: EventDefinition;
  ids: Ids;
}

/**
 * Routes a good message by the directory as it stands, then moves the directory; the next message is routed by that,
 * even while this one is still being written down.
 */
export function router(d: { parties: readonly DipParty[]; directory: Directory }) {
  return ({ message, definition }: Pick<Good, 'message' | 'definition'>): Route => {
    const mpan = mpanOf(message);
    const entry = mpan === undefined ? undefined : d.directory.get(mpan);
    const before = mpan === undefined ? {} : d.directory.before(mpan);
    const way = route({ definition, message, entry, before, parties: d.parties });
    if (!way.unresolved) d.directory.apply(message);
    return way;
  };
}

/** What is written down of a message that is taken in. */
export function acceptedMessage({ message, definition, ids }: Good, way: Route, access: AccessList): AcceptedMessage {
  const { S0, S1 } = message.CommonBlock;
  const mpan = mpanOf(message);
  const provided = access.get(S1.senderDIPID)?.connectionProvider !== undefined;
  return {
    transactionID: ids.transactionID,
    initialCorrelationID: ids.initialCorrelationID,
    reference: S1.senderUniqueReference,
    from: S1.senderDIPID,
    role: S1.senderRoleID,
    event: definition.event,
    schemaVersion: S0.schemaVersion,
    mpan,
    correlationID: S1.senderCorrelationID,
    primary: way.primary,
    secondary: way.secondary,
    always: way.always,
    to: way.recipients,
    originator: provided ? S1.senderDIPID : undefined,
  };
}

/** What a StandardResponse item says of a message that was taken in. */
export function itemFields(message: Message, ids: Ids): Partial<StandardItem> {
  const { S1 } = message.CommonBlock;
  return {
    transactionID: ids.transactionID,
    senderUniqueReference: S1.senderUniqueReference,
    correlationID: ids.initialCorrelationID,
    recipientID: S1.senderDIPID,
    DIPConnectionProviderID: S1.DIPConnectionProviderID,
  };
}
