import { z } from 'zod';
import { eventsOf, instant } from '../catalogue';
import { isObject } from './is-object';
import type { ReplayQuery } from './journal';

/** Why a request for past publications is refused: the published code, and what was wrong in words. */
export interface ReplayRefusal {
  code: 'MSG1000' | 'MSG1001';
  help: string;
}

const dateTime = z
  .string({ error: 'expected a date-time of 25 characters, such as 2027-06-01T09:30:00+00:00, or null' })
  .refine((text) => text.length === 25 && instant(text) !== undefined, {
    error: 'expected a date-time of 25 characters that exists, such as 2027-06-01T09:30:00+00:00, or null',
  })
  .transform((text) => new Date(instant(text)!));

/** The MessageRequest of replay and requeue: all keys but the last must be there, and may be null. */
const messageRequest = z.object({
  datetimeFrom: dateTime.nullable(),
  datetimeTo: dateTime.nullable(),
  eventCode: z
    .string({ error: 'expected an event code in brackets, such as [MSApp], or null' })
    .regex(/^\[[^\]]+\]$/, 'expected an event code in brackets, such as [MSApp], or null')
    .nullable(),
  MPAN: z
    .string({ error: 'expected an MPAN of 13 digits, or null' })
    .regex(/^\d{13}$/, 'expected an MPAN of 13 digits, or null')
    .nullable(),
  version: z
    .string({ error: 'expected a schema version of at most 10 characters, such as 011, or null' })
    .max(10, 'expected a schema version of at most 10 characters, such as 011, or null')
    .nullable(),
  transactionIDs: z
    .array(z.string().max(65, 'expected a transaction id of at most 65 characters'))
    .min(1, 'expected 1 to 100 transaction ids')
    .max(100, 'expected 1 to 100 transaction ids')
    .optional(),
});

const names = new Map(Object.keys(messageRequest.shape).map((name) => [name.toLowerCase(), name]));
const beginning = new Date(0);
const end = new Date('9999-12-31T23:59:59Z');

/**
 * Reads a MessageRequest about the publications of a channel (`IF-031`) to a DIP ID. `version` is that of S0; null asks
 * for nothing in particular. Times on the wire have whole seconds, so the last second is part of the span.
 */
export function replayQuery(
  body: Buffer,
  channel: string,
  recipient: string,
): { ok: true; query: ReplayQuery } | ({ ok: false } & ReplayRefusal) {
  const no = (help: string) => ({ ok: false as const, code: 'MSG1001' as const, help });
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return no('the body is not JSON');
  }
  const read = messageRequest.safeParse(publishedKeys(json));
  if (!read.success) return no(read.error.issues.map(textOf).join('; '));
  const { datetimeFrom, datetimeTo, eventCode, MPAN, version, transactionIDs } = read.data;
  if (datetimeFrom && datetimeTo && datetimeFrom > datetimeTo) return no('datetimeFrom is after datetimeTo');
  const event = eventCode?.slice(1, -1);
  const known = eventsOf(channel).map((one) => one.event);
  if (event !== undefined && !known.includes(event)) {
    const codes = known.map((one) => `[${one}]`).join(', ');
    return no(`eventCode: ${eventCode} is no event of ${channel}, which has ${codes || 'none'}`);
  }
  const query: ReplayQuery = {
    channel,
    to: recipient,
    from: datetimeFrom ?? beginning,
    until: datetimeTo ? new Date(datetimeTo.getTime() + 999) : end,
    ...(event !== undefined && { event }),
    ...(MPAN !== null && { mpan: MPAN }),
    ...(version !== null && { schemaVersion: version }),
    ...(transactionIDs && { transactionIDs }),
  };
  return { ok: true, query };
}

// The DIP does not enforce the case of keys on the way in.
function publishedKeys(json: unknown): unknown {
  if (!isObject(json)) return json;
  const entries = Object.entries(json).map(([key, value]): [string, unknown] => {
    const name = names.get(key.toLowerCase());
    return [name === undefined || Object.hasOwn(json, name) ? key : name, value];
  });
  return Object.fromEntries(entries);
}

function textOf({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0
    ? 'expected an object with datetimeFrom, datetimeTo, eventCode, MPAN and version'
    : `${path.join('.')}: ${message}`;
}
