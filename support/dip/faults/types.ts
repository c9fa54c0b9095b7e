/** What the DIP can do to publications, to calls of webhooks and to what is submitted to it. */
export const faultKinds = [
  // Good publications that come otherwise than usual.
  'hold',
  'delay',
  'drop',
  'duplicate',
  'reorder',
  'as-replay',
  'and-replay',
  'white-space',
  'with-nulls',
  'large-body',
  'large-body-expect',
  // A spoilt copy, with a transaction id of its own, goes ahead of the good publication; it must be refused.
  'broken-schema',
  'wrong-signature',
  'foreign-environment',
  'corrupt-body',
  'wrong-certificate',
  'expired-certificate',
  // The network under a call of a webhook; the call is repeated.
  'reset',
  'slow-body',
  // What is asked of the DIP.
  'unavailable',
  'lose-answer',
  'unresolved',
  'answer',
  // Both ways.
  'outage',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Codes of the status message that says why nobody could be found to deliver a message to. */
export type UnresolvedCode = 'MSG1037' | 'MSG1038';

/** A fault: its kind, what it strikes (all that is given must fit; nothing given: everything), and how. */
export interface FaultSpec {
  kind: FaultKind;
  /** DIP ID of the recipient of publications. */
  to?: string;
  /** DIP ID of the sender of a submission; of publications, of the party that sent the message. */
  from?: string;
  /** `IF-031`. */
  channel?: string;
  /** `MSApp`, with or without brackets. */
  event?: string;
  mpan?: string;
  /** How many times it strikes: once unless told; `hold` and `outage` until they are ended. */
  times?: number;
  /** `delay`: how long, from the moment it was to go (default 1 s). `slow-body`: how long the body takes (default 2 s). */
  delayMs?: number;
  /** `answer`: default 503. */
  status?: 429 | 500 | 502 | 503 | 504;
  /** Seconds in the header Retry-After of `answer` (default 1), `outage` (default what is left of it) and `unavailable`. */
  retryAfterS?: number;
  /** `unresolved`: default MSG1037. */
  code?: UnresolvedCode;
  /** `outage`: how long; until it is ended without. */
  forMs?: number;
  /** `outage`: how many publications a second go out afterwards, until what waited is gone; as fast as can be without. */
  pace?: number;
  /** `reorder`: how many later publications of its recipient and channel go first (default 1). */
  by?: number;
}

/** A fault that is on. */
export interface ActiveFault extends FaultSpec {
  id: string;
  /** ISO 8601. */
  since: string;
  /** How often it has struck. */
  struck: number;
  /** How often it will yet; null: until it is ended. */
  left: number | null;
}

/** Who turned a fault on, for the ledger. */
export interface FaultOrigin {
  by: 'environment file' | 'scenario' | 'control API';
  scenario?: string;
  step?: string;
}

/** What is done to one call of a webhook. */
export type CallFault = Extract<
  FaultKind,
  | 'wrong-signature'
  | 'corrupt-body'
  | 'wrong-certificate'
  | 'expired-certificate'
  | 'reset'
  | 'slow-body'
  | 'white-space'
  | 'large-body'
  | 'large-body-expect'
>;

/** One item of a call: a held publication, or a copy of it that is spoilt. */
export interface CallItem {
  mpan: string;
  /** `IF-035 [MSAppAccepted]`. */
  message: string;
  /** A signature covers the whole call, so no item has a wrong one of its own. */
  spoilt?: 'broken-schema' | 'foreign-environment';
}
