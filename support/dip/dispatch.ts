import type { EventDefinition, Message } from '../catalogue';
import type { StandardItem } from '../wire';
import type { AccessList } from './access-list';
import type { Directory } from './directory';
import { egress, type Publication } from './publication';
import { route } from './routing';
import type { DipParty, UnresolvedCode } from './types';

/** The ids that the DIP gives to a message it takes in. */
export interface Ids {
  transactionID: string;
  initialCorrelationID: string;
}

/** A message that was taken in. */
export interface Taken {
  message: Message;
  definition: EventDefinition;
  ids: Ids;
  at: Date;
  /** Nobody is to be found for it, whatever the directory says. */
  unresolved?: UnresolvedCode;
}

export interface DispatchDeps {
  parties: readonly DipParty[];
  access: AccessList;
  directory: Directory;
  publish(publication: Publication): void;
  /** Sends a status message (L2) about an accepted message to its sender. */
  status(dipId: string, code: string, item: Partial<StandardItem>): void;
}

/** Routes a message that was taken in by the directory as it stands, moves the directory, and publishes. */
export function dispatcher(d: DispatchDeps) {
  return ({ message, definition, ids, at, unresolved }: Taken): void => {
    const { S0, S1, M0 } = message.CommonBlock;
    const mpan = M0?.MPANCore;
    const entry = mpan === undefined ? undefined : d.directory.get(mpan);
    const outgoingSupplier = mpan === undefined ? undefined : d.directory.outgoingSupplier(mpan);
    const way = route({ definition, message, entry, outgoingSupplier, parties: d.parties });
    const nobody = unresolved ?? way.unresolved;
    if (nobody) return d.status(S1.senderDIPID, nobody, itemFields(message, ids));
    d.directory.apply(message);

    const provided = d.access.get(S1.senderDIPID)?.connectionProvider !== undefined;
    const shared = {
      message: egress(message, definition, way, { ...ids, at }),
      from: S1.senderDIPID,
      channel: S0.interfaceID,
      event: definition.event,
      mpan,
      ...ids,
      reference: S1.senderUniqueReference,
      ...(provided && { originator: S1.senderDIPID }),
    };
    for (const to of way.recipients) d.publish({ ...shared, to });
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
