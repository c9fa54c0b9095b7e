import { codeText, wireTime } from '../catalogue';
import type { StandardItem, StandardResponse } from '../wire';
import type { Route } from './routes';

/** The DIP's own id in answers. Published examples have eleven zeros; the schema (DT-006) allows ten characters. */
export const dipSenderId = '0000000000';

const maxMessage = 200;
const maxHelp = 500;

/** Cuts a text to what an item may hold; null when there is none. */
export function clip(text: string | null | undefined, max: number): string | null {
  if (!text) return null;
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** One item of a StandardResponse: all ten keys, null where nothing is known. */
export function standardItem(at: Date, item: Partial<StandardItem>): StandardItem {
  return {
    transactionID: item.transactionID ?? null,
    senderUniqueReference: item.senderUniqueReference ?? null,
    correlationID: item.correlationID ?? null,
    sentTimestamp: item.sentTimestamp ?? wireTime(at),
    senderID: item.senderID ?? dipSenderId,
    recipientID: item.recipientID ?? null,
    DIPConnectionProviderID: item.DIPConnectionProviderID ?? null,
    message: clip(item.message, maxMessage),
    help: clip(item.help, maxHelp),
    serviceTicketURL: item.serviceTicketURL ?? null,
  };
}

/** `MSG1001` with its published text. */
export function codedItem(at: Date, code: string, item: Partial<StandardItem>): StandardItem {
  return standardItem(at, { ...item, message: codeText(code) });
}

export function standardResponse(at: Date, messageArray: StandardItem[]): StandardResponse {
  return { messageArray, timestamp: wireTime(at) };
}

/** The status of a refusal as the API publishes it: an endpoint without a 403 has the 401 that the key announces. */
export function refusalStatus(route: Route, status: 401 | 403): 401 | 403 {
  const unpublished = route.to === 'validate' || ('method' in route && route.method === 'DELETE');
  return unpublished ? 401 : status;
}
