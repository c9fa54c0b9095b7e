import { type CustomBlocks, instant, type Message, messageLabel, messageName } from '../catalogue';

/** What a role reads off a publication, whatever its interface. */
export interface Seen {
  interface: string;
  event: string;
  /** `IF-031 [MSApp]` */
  label: string;
  sender: string;
  custom: Partial<CustomBlocks>;
  /** M0.GSPGroupID, where the message is about an MPAN. */
  gspGroup?: string | null;
  response?: { responseCode: string; responseMessages: (string | null)[] };
  /** D0.initialCorrelationID: what an answer to this message must carry. */
  conversation: string | null;
  /** D0.transactionID; absent on a message that did not come through the DIP. */
  transactionID?: string;
  /** S1.senderTimestamp as an instant of UTC, so that texts compare as times do. */
  sentAt: string;
}

/** Reads a validated message. */
export function see(message: Message): Seen {
  const { S1, D0, M0, R0 } = message.CommonBlock;
  const name = messageName(message) ?? { interface: '', event: '' };
  return {
    ...name,
    label: messageLabel(name),
    sender: S1.senderDIPID,
    custom: message.CustomBlock ?? {},
    gspGroup: M0?.GSPGroupID,
    response: R0,
    conversation: D0?.initialCorrelationID ?? S1.senderCorrelationID,
    transactionID: D0?.transactionID,
    // A role may take what does not keep to the schema.
    sentAt: new Date(instant(String(S1.senderTimestamp)) ?? 0).toISOString(),
  };
}

/** The code at the head of a text: `leadingCode('SP001 - No contract')` is `SP001`. */
export function leadingCode(text: string | null | undefined): string | null {
  return text?.match(/^\s*([A-Z]{2,4}\d{3,4})\b/)?.[1] ?? null;
}
