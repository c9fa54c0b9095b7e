import type { WireFacts } from '../ledger';
import { standardResponseSchema } from '../wire';
import { isObject } from './key-case';

/** Statuses of a webhook after which the DIP tries again (comments of the published API). */
export const retriedStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** What a webhook's body is: its JSON (or text), and whether that is a StandardResponse. */
export function readAnswer(body: Buffer): {
  body: unknown;
  standardResponse: NonNullable<WireFacts['standardResponse']>;
} {
  const text = body.toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const problem = text === '' ? 'the body is empty' : 'the body is not JSON';
    return { body: text, standardResponse: { ok: false, problem, transactionIDs: [] } };
  }
  const parsed = standardResponseSchema.safeParse(json);
  if (parsed.success) {
    const transactionIDs = parsed.data.messageArray.map((item) => item.transactionID);
    return { body: json, standardResponse: { ok: true, transactionIDs } };
  }
  const problem = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return { body: json, standardResponse: { ok: false, problem, transactionIDs: [] } };
}

/** The part of a StandardResponse that is about one transaction; the whole of anything else. */
export function answerFor(body: unknown, transactionID: string): unknown {
  if (!isObject(body) || !Array.isArray(body.messageArray)) return body;
  const own = body.messageArray.filter((item) => isObject(item) && item.transactionID === transactionID);
  return own.length === 0 ? body : { ...body, messageArray: own };
}
