import { z } from 'zod';

const item = z.strictObject({
  transactionID: z.string().nullable(),
  senderUniqueReference: z.string().nullable(),
  correlationID: z.string().nullable(),
  sentTimestamp: z.string(),
  senderID: z.string(),
  recipientID: z.string().nullable(),
  DIPConnectionProviderID: z.string().nullable(),
  message: z.string().nullable(),
  help: z.string().nullable(),
  serviceTicketURL: z.string().nullable(),
});

/** One status: all ten keys, each of them required. `message` begins with a response code. */
export const standardItemSchema = item;
export type StandardItem = z.infer<typeof item>;

/** The answer of the DIP and of a webhook. `timestamp` has 25 characters: `2027-06-22T09:30:00+00:00`. */
export const standardResponseSchema = z.object({ messageArray: z.array(item).min(1), timestamp: z.string() });
export type StandardResponse = z.infer<typeof standardResponseSchema>;

/** A status with nothing known but what is given; the two times and ids that must be there are arguments. */
export function statusItem(
  known: Pick<StandardItem, 'sentTimestamp' | 'senderID' | 'message'> & Partial<StandardItem>,
): StandardItem {
  return {
    transactionID: null,
    senderUniqueReference: null,
    correlationID: null,
    recipientID: null,
    DIPConnectionProviderID: null,
    help: null,
    serviceTicketURL: null,
    ...known,
  };
}

/** A moment as the messages write it, in UTC: `2027-06-22T09:30:00+00:00`. */
export function messageTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}+00:00`;
}
