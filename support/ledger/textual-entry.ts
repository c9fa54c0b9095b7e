import type { LedgerEntry, LedgerInput } from './entry';

const none = Buffer.from('null');

/** What the ledger itself says of an entry. */
export type OwnFields = Pick<LedgerEntry, 'seq' | 'prev' | 'at' | 'redacted' | 'checks'>;

/**
 * An entry whose body is known as JSON, and read when somebody asks for it: most are never asked. It is kept as bytes of
 * the entry's line, which the garbage collector need not move about as it would a text. Every entry has the same fields
 * in the same order, undefined where there is nothing: several are made for each message, and copying whatever keys
 * there are would cost more than all the rest.
 */
export class TextualEntry {
  readonly seq: LedgerEntry['seq'];
  readonly prev: LedgerEntry['prev'];
  readonly at: LedgerEntry['at'];
  readonly source: LedgerEntry['source'];
  readonly kind: LedgerEntry['kind'];
  readonly from: LedgerEntry['from'];
  readonly to: LedgerEntry['to'];
  readonly position: LedgerEntry['position'];
  readonly interface: LedgerEntry['interface'];
  readonly event: LedgerEntry['event'];
  readonly mpan: LedgerEntry['mpan'];
  readonly transactionID: LedgerEntry['transactionID'];
  readonly correlationID: LedgerEntry['correlationID'];
  readonly initialCorrelationID: LedgerEntry['initialCorrelationID'];
  readonly reference: LedgerEntry['reference'];
  readonly method: LedgerEntry['method'];
  readonly url: LedgerEntry['url'];
  readonly httpStatus: LedgerEntry['httpStatus'];
  readonly headers: LedgerEntry['headers'];
  readonly certificate: LedgerEntry['certificate'];
  readonly bodySha256: LedgerEntry['bodySha256'];
  readonly redacted: LedgerEntry['redacted'];
  readonly checks: LedgerEntry['checks'];
  readonly scenario: LedgerEntry['scenario'];
  readonly step: LedgerEntry['step'];
  readonly name: LedgerEntry['name'];
  readonly ms: LedgerEntry['ms'];
  #bodyBytes: Buffer = none;

  constructor(own: OwnFields, i: LedgerInput) {
    this.seq = own.seq;
    this.prev = own.prev;
    this.at = own.at;
    this.source = i.source;
    this.kind = i.kind;
    this.from = i.from;
    this.to = i.to;
    this.position = i.position;
    this.interface = i.interface;
    this.event = i.event;
    this.mpan = i.mpan;
    this.transactionID = i.transactionID;
    this.correlationID = i.correlationID;
    this.initialCorrelationID = i.initialCorrelationID;
    this.reference = i.reference;
    this.method = i.method;
    this.url = i.url;
    this.httpStatus = i.httpStatus;
    this.headers = i.headers;
    this.certificate = i.certificate;
    this.bodySha256 = i.bodySha256;
    this.redacted = own.redacted;
    this.checks = own.checks;
    this.scenario = i.scenario;
    this.step = i.step;
    this.name = i.name;
    this.ms = i.ms;
  }

  /** No field of its own: JSON.stringify leaves it out, and `wholeEntry` puts it in. */
  get body(): unknown {
    return JSON.parse(this.#bodyBytes.toString('utf8'));
  }

  /** Gives it its body; before that it has none. */
  keepBody(bytes: Buffer): void {
    this.#bodyBytes = bytes;
  }
}

/** The entry as a plain object with its body, for whoever writes or copies it. */
export function wholeEntry(entry: LedgerEntry): LedgerEntry {
  return entry instanceof TextualEntry ? { ...(entry as LedgerEntry), body: entry.body } : entry;
}
