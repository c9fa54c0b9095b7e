import { type EventDefinition, type Message, wireTime } from '../catalogue';
import type { Route } from './routing';

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
  /** Sent in a call of its own, never in a batch. */
  apart?: boolean;
  /** Sent in one call with all that bear the same name, and with nothing else. */
  together?: string;
  /** Spoilt on purpose: why a receiver must refuse it. It is sent once and never retried. */
  mustBeRefused?: string;
  /** Written with white space that a plain serialiser would not write. */
  spaced?: boolean;
  /** Signed over another text than the one that is sent. */
  badSignature?: boolean;
}

/** The egress form of an accepted message: D0 added, A0 filled, the rest as sent. */
export function egress(
  message: Message,
  definition: EventDefinition,
  route: Route,
  ids: { transactionID: string; initialCorrelationID: string; at: Date },
): Message {
  const { S0, S1, M0, R0 } = message.CommonBlock;
  return {
    CommonBlock: {
      S0,
      S1,
      A0: { primaryRecipients: route.primary, secondaryRecipients: route.secondary, always: route.always },
      D0: {
        transactionID: ids.transactionID,
        transactionTimestamp: wireTime(ids.at),
        publicationID: definition.publication,
        initialCorrelationID: ids.initialCorrelationID,
        replayIndicator: false,
        serviceTicketURL: null,
      },
      ...(M0 && { M0 }),
      ...(R0 && { R0 }),
    },
    ...(message.CustomBlock && { CustomBlock: message.CustomBlock }),
  };
}
