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

/**
 * What of an answer concerns one transaction of a call: an item that is short but names another transaction of the call
 * is the affair of that one.
 */
export function standardResponseFor(
  { problem, items }: ReadAnswer,
  transactionID: string | null,
  call: readonly { transactionID: string }[] = [],
): StandardResponseFacts {
  const others = call.map((one) => one.transactionID).filter((id) => id !== transactionID);
  const transactionIDs = items.map((item) => item.transactionID);
  const own = items.filter((item) => item.transactionID === null || !others.includes(item.transactionID));
  const problems = [problem, ...own.map((item) => item.problem)].filter((one) => one !== undefined);
  if (problems.length === 0) return { ok: true, transactionIDs };
  return { ok: false, problem: problems.join('; '), transactionIDs };
}

/** The part of a StandardResponse that is about one transaction; the whole of anything else. */
export function answerFor(body: unknown, transactionID: string): unknown {
  if (!isObject(body) || !Array.isArray(body.messageArray)) return body;
  const own = body.messageArray.filter((item) => isObject(item) && item.transactionID === transactionID);
  return own.length === 0 ? body : { ...body, messageArray: own };
}
