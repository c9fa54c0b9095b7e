import type { Message } from '../../catalogue';
import type { Records } from '../../market';
import type { IncomingRequest, SignatureVerdict, Signer, StandardItem } from '../../wire';
import type { Judgement } from './judge';

/** What its own system is told to do. */
export interface Act {
  name: string;
  mpan: string;
  args: Record<string, unknown>;
}

/** A message on its way out; `afterMs` is how long it is kept back. */
export interface Departure {
  message: Message;
  /** Where it is posted, if not to the channel of its interface. */
  channel?: string;
  afterMs?: number;
}

/** What is signed, and by whom; the bytes that are sent stay as they are. */
export interface Signing {
  signer: Signer;
  url: string;
  body: Buffer;
}

/** Answer of a webhook; `afterMs` is how long it is kept back. */
export interface WebhookAnswer {
  status: number;
  items: StandardItem[];
  afterMs?: number;
}

/** What becomes of a call with status messages. */
export interface StatusTaking {
  /** What the webhook answers. */
  status: number;
  /** What is taken in. */
  items: readonly StandardItem[];
  /** What is sent again because of it. */
  again: readonly Message[];
}

/** Why a submission is to be sent again: no answer, or this status; `afterMs` is what the DIP has asked for. */
export interface Turned {
  status?: number;
  afterMs?: number;
}

/** The points at which a faulty participant departs from the good one. */
export interface Hooks {
  /** Its own system is told to act: what is done in place of it. */
  act(act: Act): Act[];
  /** A message before it is serialised: what is sent in its place. */
  outgoing(message: Message): Departure[];
  /** A request before it is signed. */
  sign(signing: Signing): Signing;
  /** A submission without an answer, or answered 408, 429 or 5xx: what is sent again; nothing gives it up. */
  again(message: Message, turned: Turned): Message | undefined;
  /** How long it waits, in milliseconds, where the DIP has asked for so much time. */
  patience(ms: number): number;
  /** Whether a client certificate that no trusted authority issued opens the webhook; by fingerprint. */
  letsIn(fingerprint: string): boolean;
  /** Largest body that the webhook takes, bytes. */
  largestBody(bytes: number): number;
  /** What the signature check of a webhook call came to. */
  verified(verdict: SignatureVerdict, request: IncomingRequest): SignatureVerdict;
  /** What it says of one publication. */
  judged(judgement: Judgement, payload: unknown): Judgement;
  /** What it says of all publications of a call. */
  judgedTogether(judgements: readonly Judgement[], payloads: readonly unknown[]): readonly Judgement[];
  /** The answer of a webhook to all publications of a call. */
  answer(answer: WebhookAnswer): WebhookAnswer;
  /** A publication that was taken: what is booked, and answered, in its place. */
  book(message: Message): Message[];
  /** What the records probe shows. */
  records(records: Records): Records;
  /** A call with status messages. */
  statuses(items: readonly StandardItem[]): StatusTaking;
}

/** The good participant: nothing is changed anywhere. */
export const noHooks: Hooks = {
  act: (act) => [act],
  outgoing: (message) => [{ message }],
  sign: (signing) => signing,
  again: (message) => message,
  patience: (ms) => ms,
  letsIn: () => false,
  largestBody: (bytes) => bytes,
  verified: (verdict) => verdict,
  judged: (judgement) => judgement,
  judgedTogether: (judgements) => judgements,
  answer: (answer) => answer,
  book: (message) => [message],
  records: (records) => records,
  statuses: (items) => ({ status: 201, items, again: [] }),
};

/** Several sets of hooks as one: each works on what those before it have made. */
export function combineHooks(parts: readonly Partial<Hooks>[]): Hooks {
  return parts.map((part) => ({ ...noHooks, ...part })).reduce(both, noHooks);
}

function both(first: Hooks, second: Hooks): Hooks {
  return {
    act: (act) => first.act(act).flatMap(second.act),
    outgoing: (message) =>
      first.outgoing(message).flatMap(({ message: made, channel, afterMs }) =>
        second.outgoing(made).map((departure) => {
          const ms = (afterMs ?? 0) + (departure.afterMs ?? 0);
          const to = departure.channel ?? channel;
          return { message: departure.message, ...(to ? { channel: to } : {}), ...(ms > 0 ? { afterMs: ms } : {}) };
        }),
      ),
    sign: (signing) => second.sign(first.sign(signing)),
    again(message, turned) {
      const made = first.again(message, turned);
      return made && second.again(made, turned);
    },
    patience: (ms) => second.patience(first.patience(ms)),
    letsIn: (fingerprint) => first.letsIn(fingerprint) || second.letsIn(fingerprint),
    largestBody: (bytes) => second.largestBody(first.largestBody(bytes)),
    verified: (verdict, request) => second.verified(first.verified(verdict, request), request),
    judged: (judgement, payload) => second.judged(first.judged(judgement, payload), payload),
    judgedTogether: (judgements, payloads) =>
      second.judgedTogether(first.judgedTogether(judgements, payloads), payloads),
    answer: (answer) => second.answer(first.answer(answer)),
    book: (message) => first.book(message).flatMap(second.book),
    records: (records) => second.records(first.records(records)),
    statuses(items) {
      const one = first.statuses(items);
      const two = second.statuses(one.items);
      const status = two.status === 201 ? one.status : two.status;
      return { status, items: two.items, again: [...one.again, ...two.again] };
    },
  };
}
