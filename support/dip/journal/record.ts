import type { AcceptedBatch, AcceptedMessage } from './types';

// One record: a line of JSON with the length of what follows, that many raw bytes, a newline.

export type Header =
  | { kind: 'segment'; version: 1; next: number; at: string; length: number }
  | { kind: 'batch'; length: number; record: number; at: string; channel: string; caller: string; messages: Row[] }
  | { kind: 'settled' | 'remembered'; length: number }
  /** The whole of what is owed of batches up to this number. */
  | { kind: 'owed'; length: number; upTo: number };

/** An accepted message without its names: half the size, and quicker to read. */
export type Row = [
  transactionID: string,
  initialCorrelationID: string,
  reference: string,
  from: string,
  role: string,
  event: string,
  schemaVersion: string,
  mpan: string | null,
  correlationID: string | null,
  primary: string[],
  secondary: string[],
  always: string[],
  to: string[],
  originator?: string,
];

/** record, index, DIP ID, and 1 for delivered or 0 for dead. */
export type SettledRow = [record: number, index: number, to: string, delivered: 0 | 1];

const newline = Buffer.from('\n');
export const newlineByte = 10;

// Written out, not spread: these two are called for every message.
function toRow(m: AcceptedMessage): Row {
  const { transactionID, initialCorrelationID, reference, from, role, event, schemaVersion } = m;
  const { mpan = null, correlationID, primary, secondary, always, to, originator } = m;
  // prettier-ignore
  const row: Row = [transactionID, initialCorrelationID, reference, from, role, event, schemaVersion, mpan, correlationID, primary, secondary, always, to];
  if (originator !== undefined) row.push(originator);
  return row;
}

function toMessage(row: Row): AcceptedMessage {
  const message: AcceptedMessage = {
    transactionID: row[0],
    initialCorrelationID: row[1],
    reference: row[2],
    from: row[3],
    role: row[4],
    event: row[5],
    schemaVersion: row[6],
    correlationID: row[8],
    primary: row[9],
    secondary: row[10],
    always: row[11],
    to: row[12],
  };
  if (row[7] !== null) message.mpan = row[7];
  if (row[13] !== undefined) message.originator = row[13];
  return message;
}

export const referenceOf = (row: Row): string => row[2];
export const recipientsOf = (row: Row): string[] => row[12];

const frame = (header: Header, body: Buffer): Buffer[] => [Buffer.from(`${JSON.stringify(header)}\n`), body, newline];
const frameText = (header: (length: number) => Header, text: string): Buffer[] => {
  const body = Buffer.from(text);
  return frame(header(body.length), body);
};

/** The pieces of a record, to be written one after another; the bytes of the batch are not copied. */
export function batchRecord({ record, at, channel, caller, bytes, messages }: AcceptedBatch): Buffer[] {
  const head = { record, at, channel, caller, messages: messages.map(toRow) };
  return frame({ kind: 'batch', length: bytes.length, ...head }, bytes);
}

/** `rows` are JSON without the brackets: `1,0,"1000000001",1`. */
export const settledRecord = (rows: readonly string[]): Buffer[] =>
  frameText((length) => ({ kind: 'settled', length }), `[${rows.join(',')}]`);

/** `entries` are JSON without the brackets: `"key",value`, or `"key"` alone for a value that is gone. */
export const rememberedRecord = (entries: readonly string[]): Buffer[] =>
  frameText((length) => ({ kind: 'remembered', length }), `[[${entries.join('],[')}]]`);

export const owedRecord = (upTo: number, rows: readonly (readonly [number, number, string])[]): Buffer[] =>
  frameText((length) => ({ kind: 'owed', length, upTo }), JSON.stringify(rows.flat()));

export const segmentRecord = (next: number, at: Date): Buffer[] =>
  frame({ kind: 'segment', version: 1, next, at: at.toISOString(), length: 0 }, Buffer.alloc(0));

const kinds = new Set(['segment', 'batch', 'settled', 'remembered', 'owed']);

/** The header in a line without its newline; undefined when it is none. */
export function readHeader(line: Buffer): Header | undefined {
  try {
    const header = JSON.parse(line.toString()) as Header;
    return kinds.has(header.kind) && Number.isSafeInteger(header.length) && header.length >= 0 ? header : undefined;
  } catch {
    return undefined;
  }
}

/** The batch of a header and the bytes that follow it. */
export function toBatch(header: Extract<Header, { kind: 'batch' }>, bytes: Buffer): AcceptedBatch {
  const { record, at, channel, caller, messages } = header;
  return { record, at, channel, caller, bytes, messages: messages.map(toMessage) };
}

export const sizeOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
