import {
  eventDefinition,
  publishedCase,
  validateMessage,
  type EventDefinition,
  type Message,
  type Problem,
  type Validation,
} from '../catalogue';
import type { WireFacts } from '../ledger';
import type { AccessList } from './access-list';
import { isObject } from './is-object';
import { brokenRule, type Refusal } from './submission-rules';
import type { DipParty } from './types';

/** What a batch is judged against. */
export interface SubmissionContext {
  /** The `{id}` of the URL, `IF-031`. */
  channel: string;
  /** DIP ID of the API key, or of the simulated party. */
  caller: string;
  /** Fingerprint of the signing certificate; absent for a party in this process, which signs nothing. */
  fingerprint?: string;
  environmentTag: string;
  now: Date;
  parties: readonly DipParty[];
  access: AccessList;
  /** What became of an earlier submission with this sender unique reference. */
  seen(reference: string): 'accepted' | 'not-accepted' | undefined;
  /** Whether the DIP issued this correlation id; absent: whichever is quoted is taken. */
  issued?(correlationID: string): boolean;
}

/** One message of a batch with its verdict. */
export interface Judged {
  /** Its place in the batch. */
  place: number;
  /** The payload with its keys in the published case. */
  payload: unknown;
  /** The payload in the published case, when the schema holds. */
  message?: Message;
  definition?: EventDefinition;
  /** Why this message is refused; absent when nothing is wrong with it. */
  refusal?: Refusal;
  schema: NonNullable<WireFacts['schema']>;
  keyCase: readonly string[];
  referenceSeen?: 'accepted' | 'not-accepted';
}

export interface BatchVerdict {
  /** All messages are good: a batch stands or falls as one. */
  ok: boolean;
  messages: Judged[];
}

/**
 * L1 validation of a batch, which must be a non-empty array of `{payload}`. Pure: records and remembers nothing.
 * A body of another shape yields one refused message.
 */
export function validateBatch(body: unknown, context: SubmissionContext): BatchVerdict {
  if (!Array.isArray(body) || body.length === 0) {
    return { ok: false, messages: [misshapen(body, '', 'expected an array of at least one {payload}')] };
  }
  const inBatch = new Set<string>();
  const messages = body.map((item: unknown, index) => judge(item, index, context, inBatch));
  return { ok: messages.every((m) => m.refusal === undefined), messages };
}

function judge(item: unknown, index: number, context: SubmissionContext, inBatch: Set<string>): Judged {
  const key = isObject(item) ? Object.keys(item).find((k) => k.toLowerCase() === 'payload') : undefined;
  if (!isObject(item) || key === undefined || Object.keys(item).length !== 1) {
    return misshapen(item, `[${index}]`, 'expected an object with the one key payload');
  }
  const { payload, differing, result } = validated(item[key]);
  const reference = referenceOf(payload);
  const referenceSeen =
    reference === undefined ? undefined : inBatch.has(reference) ? 'accepted' : context.seen(reference);
  if (reference !== undefined) inBatch.add(reference);
  const base = { place: index, payload, keyCase: key === 'payload' ? differing : [key, ...differing], referenceSeen };

  if (!result.ok) {
    const schema = { ok: false, problems: result.problems };
    const refusal = { code: schemaCode(result.problems), help: result.problems.map(textOf).join('; ') };
    return { ...base, schema, refusal };
  }
  const { S0 } = result.message.CommonBlock;
  const definition = eventDefinition(S0.interfaceID, S0.eventCode.slice(1, -1));
  // The schema changes nothing: what was sent is the message, and not a copy of it.
  const judged: Judged = { ...base, message: payload as Message, schema: { ok: true, problems: [] } };
  if (!definition) return { ...judged, refusal: { code: 'MSG1001', help: 'the event has no routing definition' } };
  return { ...judged, definition, refusal: brokenRule(result.message, definition, referenceSeen, context) };
}

/** A message that keeps to the schema has its keys in the published case; only another one is put right and read again. */
function validated(sent: unknown): { payload: unknown; differing: string[]; result: Validation } {
  const result = validateMessage(sent, 'ingress');
  if (result.ok) return { payload: sent, differing: [], result };
  const { payload, differing } = publishedCase(sent);
  return { payload, differing, result: differing.length > 0 ? validateMessage(payload, 'ingress') : result };
}

// A date-time that does not exist has a code of its own; every other problem of form is the schema's.
function schemaCode(problems: readonly Problem[]): string {
  return problems.every((p) => p.path === 'CommonBlock.S1.senderTimestamp') ? 'MSG1007' : 'MSG1001';
}

function misshapen(payload: unknown, path: string, text: string): Judged {
  const problem = { path, text };
  return {
    place: 0,
    payload,
    keyCase: [],
    schema: { ok: false, problems: [problem] },
    refusal: { code: 'MSG1001', help: textOf(problem) },
  };
}

const textOf = (p: Problem) => (p.path === '' ? p.text : `${p.path}: ${p.text}`);

/** The sender unique reference of anything that might be a payload. */
export function referenceOf(payload: unknown): string | undefined {
  const common = isObject(payload) ? payload.CommonBlock : undefined;
  const sender = isObject(common) ? common.S1 : undefined;
  const reference = isObject(sender) ? sender.senderUniqueReference : undefined;
  return typeof reference === 'string' && reference !== '' ? reference : undefined;
}
