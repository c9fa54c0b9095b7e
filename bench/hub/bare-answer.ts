/** One submitted message, as far as an answer needs it. */
export interface Item {
  payload: { CommonBlock: { S1: { senderUniqueReference: string; senderDIPID: string } } };
}

/** The answer of a server that looks at nothing else. */
export function answerTo(items: readonly Item[]) {
  const now = `${new Date().toISOString().slice(0, 19)}+00:00`;
  const messageArray = items.map(({ payload: { CommonBlock } }, index) => ({
    transactionID: `T-IF-021-${CommonBlock.S1.senderDIPID}-SDS-20260101-${String(index).padStart(16, '0')}`,
    senderUniqueReference: CommonBlock.S1.senderUniqueReference,
    correlationID: 'CI-20260101-0000000000000000',
    sentTimestamp: now,
    senderID: '0000000000',
    recipientID: CommonBlock.S1.senderDIPID,
    DIPConnectionProviderID: null,
    message: 'MSG0000 - Success',
    help: null,
    serviceTicketURL: null,
  }));
  return { messageArray, timestamp: now };
}
