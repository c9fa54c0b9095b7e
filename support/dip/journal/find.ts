import { newlineByte, readHeader, toBatch } from './record';
import type { Segment } from './segment';
import type { AcceptedBatch, AcceptedMessage, ReplayQuery } from './types';

const blockBytes = 1024 * 1024;

/** A batch of a segment by its place in the index; undefined when the segment is gone. */
export async function readBatch(segment: Segment, place: number): Promise<AcceptedBatch | undefined> {
  const bytes = await readBytes(segment, segment.index.offset(place), segment.index.length(place));
  return bytes && decode(bytes);
}

/** See `Journal.find`. Reads only what stands in the span of time, a megabyte at once. */
export async function* findMessages(
  segments: readonly Segment[],
  query: ReplayQuery,
): AsyncGenerator<{ batch: AcceptedBatch; index: number }> {
  const matches = matcher(query);
  const parts = segments.map((segment) => ({ segment, size: segment.index.size }));
  for (const { segment, size } of parts)
    for (const block of blocks(segment, size, query)) {
      const start = segment.index.offset(block[0]!);
      const last = block.at(-1)!;
      const bytes = await readBytes(segment, start, segment.index.offset(last) + segment.index.length(last) - start);
      for (const place of bytes ? block : []) {
        const at = segment.index.offset(place) - start;
        const record = bytes!.subarray(at, at + segment.index.length(place));
        const batch = mayMatch(record, query) ? decode(record) : undefined;
        if (batch?.channel !== query.channel) continue;
        // A copy: whoever keeps the batch would keep the whole block.
        batch.bytes = Buffer.from(batch.bytes);
        for (const [index, message] of batch.messages.entries()) if (matches(message)) yield { batch, index };
      }
    }
}

/** Neighbours in the span of time, as many as go into one read. */
function* blocks({ index }: Segment, size: number, { from, until }: ReplayQuery): Generator<number[]> {
  let block: number[] = [];
  for (let i = 0; i < size; i += 1) {
    if (index.at(i) < from.getTime() || index.at(i) > until.getTime()) continue;
    if (block.length > 0 && index.offset(i) + index.length(i) - index.offset(block[0]!) > blockBytes) {
      yield block;
      block = [];
    }
    block.push(i);
  }
  if (block.length > 0) yield block;
}

/** What is not written in the header cannot match: far quicker than to parse it. */
function mayMatch(record: Buffer, { channel, to, event, mpan, schemaVersion }: ReplayQuery): boolean {
  const header = record.subarray(0, record.indexOf(newlineByte));
  const words = [channel, to, event, mpan, schemaVersion].filter((word) => word !== undefined);
  return words.every((word) => header.includes(JSON.stringify(word)));
}

function matcher(q: ReplayQuery): (message: AcceptedMessage) => boolean {
  const ids = q.transactionIDs && new Set(q.transactionIDs);
  return (m) =>
    m.to.includes(q.to) &&
    (q.event === undefined || m.event === q.event) &&
    (q.mpan === undefined || m.mpan === q.mpan) &&
    (q.schemaVersion === undefined || m.schemaVersion === q.schemaVersion) &&
    (ids === undefined || ids.has(m.transactionID));
}

function decode(record: Buffer): AcceptedBatch | undefined {
  const end = record.indexOf(newlineByte);
  const header = readHeader(record.subarray(0, end));
  return header?.kind === 'batch' ? toBatch(header, record.subarray(end + 1, record.length - 1)) : undefined;
}

async function readBytes(segment: Segment, offset: number, length: number): Promise<Buffer | undefined> {
  if (segment.gone) return undefined;
  try {
    return await segment.file.read(offset, length);
  } catch (error) {
    // It was deleted while it was asked for.
    if (segment.gone) return undefined;
    throw error;
  }
}
