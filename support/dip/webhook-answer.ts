import { z } from 'zod';
import type { WireFacts } from '../ledger';
import { standardItemSchema } from '../wire';
import { isObject } from './is-object';

/** Statuses of a webhook after which the DIP tries again (comments of the published API). */
export const retriedStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

type StandardResponseFacts = NonNullable<WireFacts['standardResponse']>;

/** A webhook's answer: its JSON (or text), what is wrong with it as a whole, and what with each of its items. */
export interface ReadAnswer {
  body: unknown;
  problem?: string;
  items: { transactionID: string | null; problem?: string }[];
}

const envelope = z.object({ messageArray: z.array(z.unknown()).min(1), timestamp: z.string() });

export function readAnswer(body: Buffer): ReadAnswer {
  const text = body.toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { body: text, problem: text === '' ? 'the body is empty' : 'the body is not JSON', items: [] };
  }
  const parsed = envelope.safeParse(json);
  if (!parsed.success) return { body: json, problem: problemOf(parsed.error), items: [] };
  return { body: json, items: parsed.data.messageArray.map(readItem) };
}

function readItem(item: unknown, index: number): ReadAnswer['items'][number] {
  const parsed = standardItemSchema.safeParse(item);
  const named = isObject(item) && typeof item.transactionID === 'string' ? item.transactionID : null;
  return parsed.success
    ? { transactionID: named }
    : { transactionID: named, problem: problemOf(parsed.error, `messageArray.${index}`) };
}

function problemOf(error: z.ZodError, at?: string): string {
  return error.issues
    .map(({ path, message }) => `${[...(at ? [at] : []), ...path].join('.') || 'body'}: ${message}`)
    .join('; ');
}

/** What an answer says of each transaction of a call. */
export interface AnswerByTransaction {
  /**
   * What of it concerns one transaction: an item that is short but names another transaction of the call is the affair
   * of that one.
   */
  facts(transactionID: string | null): StandardResponseFacts;
  /** The part of a StandardResponse that is about one transaction; the whole of anything else. */
  body(transactionID: string): unknown;
}

/** Sorts an answer by the transactions of its call, once for all of them. */
export function byTransaction(
  { body, problem, items }: ReadAnswer,
  call: readonly { transactionID: string }[] = [],
): AnswerByTransaction {
  const inCall = new Set(call.map((one) => one.transactionID));
  const transactionIDs = items.map((item) => item.transactionID);
  const ofAll: string[] = problem === undefined ? [] : [problem];
  const problems = new Map<string, string[]>();
  for (const item of items) {
    if (item.problem === undefined) continue;
    const id = item.transactionID;
    if (id === null || !inCall.has(id)) ofAll.push(item.problem);
    else problems.set(id, [...(problems.get(id) ?? []), item.problem]);
  }
  const response = isObject(body) && Array.isArray(body.messageArray) ? body : undefined;
  const bodies = new Map<string, unknown[]>();
  for (const item of (response?.messageArray as unknown[] | undefined) ?? []) {
    const id = isObject(item) ? item.transactionID : undefined;
    if (typeof id === 'string') bodies.set(id, [...(bodies.get(id) ?? []), item]);
  }
  return {
    facts(transactionID) {
      const own = [...ofAll, ...((transactionID !== null && problems.get(transactionID)) || [])];
      return own.length === 0 ? { ok: true, transactionIDs } : { ok: false, problem: own.join('; '), transactionIDs };
    },
    body(transactionID) {
      const own = bodies.get(transactionID);
      return own ? { ...response, messageArray: own } : body;
    },
  };
}
