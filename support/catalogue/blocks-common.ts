import { block } from './block';

/** Blocks of CommonBlock besides S0: sender (S1), DIP (D0), answer (R0), addresses (A0), MPAN (M0). */
export const commonBlocks = {
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
};
