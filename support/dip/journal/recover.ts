import { chmod, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dipErrors, errorsOf } from '../../errors';
import { recipientsOf, referenceOf, type SettledRow } from './record';
import { Damaged, scanRecords, type Scanned } from './scan';
import type { Segment } from './segment';
import type { Segments } from './segments';

const raise = errorsOf(dipErrors);
const namePattern = /^journal-(\d+)\.log$/;

/** Deletes what a journal left in a folder. */
export async function clearFolder(dir: string): Promise<void> {
  for (const { path } of await segmentFiles(dir)) await rm(path);
}

/**
 * Takes in what earlier processes left: files, references, what is owed and remembered. What was cut off in mid-write
 * is cut away. Returns the smallest number that no batch has. DIP_JOURNAL_DAMAGED.
 */
export async function recover(dir: string, segments: Segments): Promise<number> {
  for (const name of await readdir(dir)) if (name.endsWith('.log.new')) await rm(join(dir, name));
  let next = 1;
  for (const { path, first } of await segmentFiles(dir))
    next = Math.max(next, first, await takeIn(path, first, segments));
  return next;
}

async function segmentFiles(dir: string): Promise<{ path: string; first: number }[]> {
  const files = (await readdir(dir)).flatMap((name) => {
    const first = namePattern.exec(name)?.[1];
    return first === undefined ? [] : [{ path: join(dir, name), first: Number(first) }];
  });
  return files.sort((a, b) => a.first - b.first);
}

async function takeIn(path: string, first: number, segments: Segments): Promise<number> {
  const file = await open(path, 'r+');
  let segment: Segment | undefined;
  try {
    await chmod(path, 0o600);
    const size = await scanRecords(file, (record) => {
      if (segment) takeRecord(segments, segment, record);
      else segment = segments.adopt(first, beginning(record), path);
      if (!segment.index.size && record.header.kind === 'remembered') segment.headSize = record.offset + record.length;
    });
    await file.truncate(size);
    if (segment) segment.size = size;
  } catch (error) {
    if (error instanceof Damaged)
      throw raise('DIP_JOURNAL_DAMAGED', { offset: error.offset, problem: error.message }, path, error);
    throw error;
  } finally {
    await file.close();
  }
  // Not even its beginning was written.
  if (!segment) await rm(path);
  return segment?.index.size ? segment.index.highest + 1 : first;
}

function beginning({ header, offset }: Scanned): number {
  if (header.kind !== 'segment') throw new Damaged(offset, 'it does not begin as a journal does');
  if (header.version !== 1) throw new Damaged(offset, `version ${header.version} is not known to this release`);
  return Date.parse(header.at);
}

function takeRecord({ o }: Segments, segment: Segment, { header, offset, length, body }: Scanned): void {
  if (header.kind === 'batch') {
    segment.index.add(header.record, offset, length, Date.parse(header.at));
    for (const row of header.messages) segment.references.add(referenceOf(row));
    o.deliveries.add(header.record, header.channel, header.messages.map(recipientsOf));
    o.deliveries.written(header.record, segment);
    return;
  }
  if (header.kind === 'segment') throw new Damaged(offset, 'a second beginning stands in it');
  const value = parse(body, offset);
  if (header.kind === 'settled')
    for (const [record, index, to] of rows<SettledRow>(value, 4)) o.deliveries.settle(record, index, to);
  if (header.kind === 'owed') o.deliveries.keepOnly(header.upTo, rows<[number, number, string]>(value, 3));
  if (header.kind === 'remembered') o.remembered.restore(value as [string, unknown?][]);
}

function parse(body: Buffer, offset: number): unknown[] {
  try {
    return JSON.parse(body.toString()) as unknown[];
  } catch {
    throw new Damaged(offset, 'its list cannot be read');
  }
}

/** The rows of a list in which they stand one after another. */
function rows<T>(flat: unknown[], width: number): T[] {
  return Array.from({ length: flat.length / width }, (_, i) => flat.slice(i * width, (i + 1) * width) as T);
}
