import type { LedgerInput } from '../ledger';
import { placeOf } from './ids';
import type { Journal } from './journal';

/** What the DIP knows of a message that it took in, for status messages about it. */
export interface SentMessage extends Pick<LedgerInput, 'interface' | 'event' | 'mpan'> {
  /** DIP ID of the sender. */
  from: string;
  correlationID: string | null;
  reference: string;
}

/** Looks messages up in the journal by their transaction id. */
export function transactions(journal: Journal): (transactionID: string) => Promise<SentMessage | undefined> {
  return async (transactionID) => {
    const place = placeOf(transactionID);
    const batch = place && (await journal.read(place.record));
    const message = batch?.messages[place!.index];
    if (message?.transactionID !== transactionID) return undefined;
    const { from, event, mpan, correlationID, reference } = message;
    return { from, interface: batch!.channel, event, mpan, correlationID, reference };
  };
}

export type Transactions = ReturnType<typeof transactions>;
