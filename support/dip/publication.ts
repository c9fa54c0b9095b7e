import { eventDefinition, type EventDefinition, type Message, publishedCase, wireTime } from '../catalogue';
import type { CallFault } from './faults';
import type { AcceptedBatch, AcceptedMessage, Owed } from './journal';

/** One message on its way to one recipient. */
export interface Publication {
  message: Message;
  /** DIP ID of the sender. */
  from: string;
  /** DIP ID of the recipient. */
  to: string;
  /** The interface, which names the channel and with it the webhook: `IF-031`. */
  channel: string;
  /** Event code without brackets. */
  event: string;
  mpan?: string;
  transactionID: string;
  initialCorrelationID: string | null;
  reference: string;
  /** Value of X-DIP-MPO: the sender, when it has a connection provider. */
  originator?: string;
  /** The entry of the journal that is settled with it; none for what only this process knows. */
  owed?: Owed;
  /** Sent in a call of its own, never in a batch. */
  apart?: boolean;
  /** Sent in one call with all that bear the same name, and with nothing else. */
  together?: string;
  /** Spoilt on purpose: why a receiver must refuse it. It is sent once and never retried. */
  mustBeRefused?: string;
  /** What a fault does to its call. */
  callFaults?: readonly CallFault[];
  /** How long a slow body takes, milliseconds. */
  slowMs?: number;
  /** It does not leave its queue before. */
  until?: Promise<void>;
}

/** The egress form of an accepted message: D0 added, A0 filled, the rest as sent. */
export function egress(
  message: Message,
  definition: EventDefinition,
  taken: Pick<AcceptedMessage, 'transactionID' | 'initialCorrelationID' | 'primary' | 'secondary' | 'always'>,
  at: Date,
): Message {
  const { S0, S1, A0: _asSent, D0: _notTheirs, ...rest } = message.CommonBlock;
  return {
    CommonBlock: {
      S0,
      S1,
      A0: { primaryRecipients: taken.primary, secondaryRecipients: taken.secondary, always: taken.always },
      D0: {
        transactionID: taken.transactionID,
        transactionTimestamp: wireTime(at),
        publicationID: definition.publication,
        initialCorrelationID: taken.initialCorrelationID,
        replayIndicator: false,
        serviceTicketURL: null,
      },
      ...rest,
    },
    ...(message.CustomBlock && { CustomBlock: message.CustomBlock }),
  };
}

/** What goes to each recipient of an accepted message; `message` is the egress form. */
export function publicationsOf(
  taken: AcceptedMessage,
  { record, channel }: Pick<AcceptedBatch, 'record' | 'channel'>,
  index: number,
  message: Message,
): Publication[] {
  return taken.to.map((to) => publicationTo(taken, { record, index, to, channel }, message));
}

/** What goes to one recipient. */
export function publicationTo(taken: AcceptedMessage, owed: Owed, message: Message): Publication {
  return {
    message,
    from: taken.from,
    to: owed.to,
    channel: owed.channel,
    event: taken.event,
    mpan: taken.mpan,
    transactionID: taken.transactionID,
    initialCorrelationID: taken.initialCorrelationID,
    reference: taken.reference,
    originator: taken.originator,
    owed,
  };
}

const bodies = new WeakMap<AcceptedBatch, unknown[]>();

/** The egress form of a message of the journal, made again from the bytes that came in; undefined when it cannot be. */
export function messageOf(batch: AcceptedBatch, index: number): Message | undefined {
  const taken = batch.messages[index];
  const definition = taken && eventDefinition(batch.channel, taken.event);
  const item = bodyOf(batch)[index];
  if (!definition || typeof item !== 'object' || item === null) return undefined;
  const [payload] = Object.values(item) as unknown[];
  return egress(publishedCase(payload).payload as Message, definition, taken, new Date(batch.at));
}

// A batch is read for one message after the other: it is parsed once.
function bodyOf(batch: AcceptedBatch): unknown[] {
  let body = bodies.get(batch);
  if (!body) {
    const json: unknown = JSON.parse(batch.bytes.toString('utf8'));
    body = Array.isArray(json) ? json : [];
    bodies.set(batch, body);
  }
  return body;
}

const texts = new WeakMap<object, string>();

/** The message as JSON: made once, for all its recipients, for their calls and for the ledger. */
export function jsonOf(message: Message): string {
  return written(message, ({ CommonBlock, CustomBlock }) => {
    // What was submitted and what is published share the blocks, which are most of it.
    const blocks = CustomBlock === undefined ? '' : `,"CustomBlock":${written(CustomBlock, JSON.stringify)}`;
    return `{"CommonBlock":${JSON.stringify(CommonBlock)}${blocks}}`;
  });
}

function written<T extends object>(value: T, write: (value: T) => string): string {
  let text = texts.get(value);
  if (text === undefined) texts.set(value, (text = write(value)));
  return text;
}
