import { randomBytes } from 'node:crypto';

const day = (at: Date) => at.toISOString().slice(0, 10).replaceAll('-', '');

/** Where a message stands in the journal: number of its batch, place in it. */
export interface Place {
  record: number;
  index: number;
}

/**
 * A DIP transaction id (DT-014, at most 65 characters): `T-IF-031-<dipId>-<role>-<yyyymmdd>-<16 hex>`. The hex holds the
 * message's place in the journal, so that nothing has to be kept in memory to find it again; random without one.
 */
export function newTransactionId(interfaceId: string, dipId: string, role: string, at: Date, place?: Place): string {
  return `T-${interfaceId}-${dipId}-${role}-${day(at)}-${place ? hexOf(place) : randomBytes(8).toString('hex')}`;
}

function hexOf({ record, index }: Place): string {
  return record.toString(16).padStart(10, '0') + index.toString(16).padStart(6, '0');
}

/** The place that a transaction id of this DIP holds; whether the message there bears this id is another question. */
export function placeOf(transactionID: string): Place | undefined {
  const hex = /-([0-9a-f]{10})([0-9a-f]{6})$/.exec(transactionID);
  return hex ? { record: parseInt(hex[1]!, 16), index: parseInt(hex[2]!, 16) } : undefined;
}
