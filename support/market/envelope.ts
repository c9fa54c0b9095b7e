import { eventDefinition, type Message, newSenderReference, wireTime } from '../catalogue';
import type { Outgoing, Party } from './types';

/** What the sender's side of a payload needs besides what the role wants to say. */
export interface Sending {
  party: Pick<Party, 'dipId' | 'role'>;
  mpan: string;
  /** M0: DIP ID of the distributor, GSP Group. */
  point: { distributor: string; gspGroup: string };
  at: Date;
  /** Letters and digits that make the reference new. */
  unique: string;
  environmentTag: string;
  connectionProvider?: string;
}

/**
 * The payload as a sender submits it: no D0, and of A0 only the primary recipients are filled, if there are any.
 * `envelope(outgoing, { party, mpan, point, at, unique: '1', environmentTag: 'SIT' })`
 */
export function envelope(outgoing: Outgoing, sending: Sending): Message {
  const { party, mpan, point, at, unique } = sending;
  const { primaryRecipients } = outgoing;
  const definition = eventDefinition(outgoing.interface, outgoing.event);
  const { schemaVersion, common, custom } = definition ?? {};
  const place = { distributorDIPID: point.distributor, GSPGroupID: outgoing.gspGroup ?? point.gspGroup };
  const message = {
    CommonBlock: {
      S0: { interfaceID: outgoing.interface, schemaVersion, eventCode: `[${outgoing.event}]` },
      S1: {
        environmentTag: sending.environmentTag,
        subText: null,
        senderUniqueReference: newSenderReference(outgoing.interface, party.dipId, party.role, at, unique),
        senderTimestamp: wireTime(at),
        senderDIPID: party.dipId,
        senderRoleID: party.role,
        senderCorrelationID: outgoing.correlationID,
        DIPConnectionProviderID: sending.connectionProvider ?? null,
      },
      ...(primaryRecipients.length > 0 && { A0: { primaryRecipients, secondaryRecipients: [], always: [] } }),
      ...(common?.required.includes('M1')
        ? { M1: { principalMPAN: mpan, ...place } }
        : { M0: { MPANCore: mpan, ...place } }),
      ...(outgoing.response && { R0: outgoing.response }),
    },
    ...((custom ?? Object.keys(outgoing.custom).length > 0) && { CustomBlock: outgoing.custom }),
  };
  // Tag and GSP Group come from configuration as plain text; the schema judges them when the message is submitted.
  return message as Message;
}
