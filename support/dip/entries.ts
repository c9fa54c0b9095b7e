import type { LedgerInput } from '../ledger';
import type { Redactor } from '../wire';
import { isObject } from './is-object';
import type { Publication } from './publication';

/** The HTTP call of an entry; a party in this process has none. */
export interface HttpSide {
  method: string;
  url: string;
  headers?: Record<string, string | string[] | undefined>;
  /** Fingerprint of the signing certificate. */
  certificate?: string;
  /** SHA-256 (hex) of the whole body. */
  bodySha256: string;
}

type Fields = Pick<LedgerInput, 'interface' | 'event' | 'mpan' | 'correlationID' | 'reference'>;

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const part = (value: unknown, key: string) => (isObject(value) ? value[key] : undefined);

/** What can be read of a payload of any shape. */
export function fieldsOf(payload: unknown): Fields {
  const common = part(payload, 'CommonBlock');
  const S0 = part(common, 'S0');
  const S1 = part(common, 'S1');
  return {
    interface: text(part(S0, 'interfaceID')),
    event: text(part(S0, 'eventCode'))?.replace(/^\[|\]$/g, ''),
    mpan: mpanOf(part(part(common, 'M0'), 'MPANCore') ?? part(part(common, 'M1'), 'principalMPAN')),
    correlationID: text(part(S1, 'senderCorrelationID')) ?? null,
    reference: text(part(S1, 'senderUniqueReference')) ?? null,
  };
}

// Written as a number it is wrong, but the message is still about that MPAN.
const mpanOf = (value: unknown) => (typeof value === 'number' ? String(value) : text(value));

/** The DIP ID that a payload gives as its sender. */
export function senderOf(payload: unknown): string | undefined {
  return text(part(part(part(payload, 'CommonBlock'), 'S1'), 'senderDIPID'));
}

/** What every entry of one HTTP call says of it, redacted. */
interface Side {
  fields: Pick<LedgerInput, 'method' | 'url' | 'bodySha256' | 'certificate' | 'headers'>;
  rules: string[];
}

/**
 * Makes ledger entries: bodies and headers pass the redactor here and nowhere else. `text` is the body as JSON, where
 * the caller has it.
 */
export function entryMaker(redact: Redactor) {
  const sides = new WeakMap<HttpSide, Side>();

  // A call of a hundred messages makes a hundred entries, and is looked at once.
  function sideOf(http: HttpSide): Side {
    let side = sides.get(http);
    if (side) return side;
    const { method, url, bodySha256, certificate } = http;
    const headers = http.headers && redact.headers(http.headers);
    const fields: Side['fields'] = { method, url: redact.text(url), bodySha256 };
    if (certificate !== undefined) fields.certificate = certificate;
    if (headers) fields.headers = headers.headers;
    side = { fields, rules: headers?.rules ?? [] };
    sides.set(http, side);
    return side;
  }

  return (input: Omit<LedgerInput, 'source' | 'redacted'>, http?: HttpSide, text?: string): LedgerInput => {
    const side = http && sideOf(http);
    const made = entryOf(input, side);
    const written = text ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
    if (written === undefined || redact.clean(written)) {
      made.bodyText = written;
      return made;
    }
    const { value, rules } = redact.value(input.body);
    made.body = value;
    made.redacted = [...new Set([...rules, ...made.redacted!])];
    return made;
  };
}

// Always the same fields in the same order, undefined where there is nothing: several are made for each message, and
// objects that are all alike are made, read and written much quicker.
function entryOf(i: Omit<LedgerInput, 'source' | 'redacted'>, side: Side | undefined): LedgerInput {
  const http = side?.fields;
  return {
    source: 'dip',
    kind: i.kind,
    from: i.from,
    to: i.to,
    position: undefined,
    interface: i.interface,
    event: i.event,
    mpan: i.mpan,
    transactionID: i.transactionID,
    correlationID: i.correlationID,
    initialCorrelationID: i.initialCorrelationID,
    reference: i.reference,
    method: http?.method ?? i.method,
    url: http?.url ?? i.url,
    httpStatus: i.httpStatus,
    headers: http?.headers ?? i.headers,
    certificate: http?.certificate ?? i.certificate,
    bodySha256: http?.bodySha256 ?? i.bodySha256,
    body: i.body,
    redacted: side?.rules ?? [],
    checks: undefined,
    scenario: i.scenario,
    step: i.step,
    name: i.name,
    ms: i.ms === undefined ? undefined : Math.round(i.ms * 10) / 10,
    at: i.at,
    bodyText: undefined,
  };
}

export type EntryMaker = ReturnType<typeof entryMaker>;

/** The entry fields that every delivery, answer and dead letter of a publication shares. */
export function publicationFields(p: Publication) {
  return {
    interface: p.channel,
    event: p.event,
    mpan: p.mpan,
    transactionID: p.transactionID,
    correlationID: p.initialCorrelationID,
    initialCorrelationID: p.initialCorrelationID,
    reference: p.reference,
  };
}
