import type { LedgerInput } from '../ledger';

/** What the DIP remembers of a message that it took in, for status messages about it. */
export interface SentMessage extends Pick<LedgerInput, 'interface' | 'event' | 'mpan'> {
  /** DIP ID of the sender. */
  from: string;
  correlationID?: string | null;
  reference?: string | null;
}

export interface Sent {
  add(transactionID: string, message: SentMessage): void;
  get(transactionID: string): SentMessage | undefined;
}

export function createSent(): Sent {
  const messages = new Map<string, SentMessage>();
  return { add: (id, message) => void messages.set(id, message), get: (id) => messages.get(id) };
}
