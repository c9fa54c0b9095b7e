import { block } from '../block';

/** Blocks of CommonBlock besides S0: sender, DIP, answer, addresses, MPAN, principal MPAN. */
export const commonParts = {
  S1: block(
    'environmentTag',
    'subText',
    'senderUniqueReference',
    'senderTimestamp',
    'senderDIPID',
    'senderRoleID',
    'senderCorrelationID',
    'DIPConnectionProviderID',
  ),
  D0: block(
    'transactionID',
    'transactionTimestamp',
    'publicationID',
    'initialCorrelationID',
    'replayIndicator',
    'serviceTicketURL',
  ),
  R0: block('responseCode', 'responseMessages'),
  A0: block('primaryRecipients', 'secondaryRecipients', 'always'),
  M0: block('MPANCore', 'distributorDIPID', 'GSPGroupID'),
  M1: block('principalMPAN', 'distributorDIPID', 'GSPGroupID'),
};
