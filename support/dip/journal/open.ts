import { chmod, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { QualifyError } from '../../errors';
import { Cache } from './cache';
import { Deliveries } from './deliveries';
import { notWritten, SegmentedJournal } from './journal';
import { lockFolder } from './lock';
import { clearFolder, recover } from './recover';
import { References } from './references';
import { Remembered } from './remembered';
import { Segments } from './segments';
import type { Journal, JournalOptions } from './types';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const megabyte = 1024 * 1024;
/** Offsets are kept in 32 bits. */
const largestSegment = 1024 * megabyte;

/**
 * Opens the journal of one DIP; what an earlier process left in the folder is taken in. A write is handed to the
 * operating system before it counts, so that the end of the process loses nothing; a loss of power may.
 * DIP_JOURNAL_IN_USE, DIP_JOURNAL_DAMAGED, DIP_JOURNAL_NOT_WRITTEN.
 */
export async function openJournal(o: JournalOptions): Promise<Journal> {
  const { keepMs = dayMs, clock = () => new Date(), onFault = () => undefined } = o;
  const dir = o.dir === undefined ? undefined : resolve(o.dir);
  const spanMs = Math.min(hourMs, keepMs / 8);
  const references = new References(keepMs / 8);
  const known = { deliveries: new Deliveries(), remembered: new Remembered(), references, cache: new Cache() };
  let next = 1;
  const segments = new Segments({
    ...{ ...known, dir, keepMs, spanMs, clock },
    segmentBytes: Math.min(o.segmentBytes ?? (dir === undefined ? 16 : 128) * megabyte, largestSegment),
    mostBytes: dir === undefined ? 256 * megabyte : Infinity,
    nextRecord: () => next,
  });
  let release: () => void = () => undefined;
  try {
    if (dir !== undefined) release = await takeFolder(dir);
    if (dir !== undefined && o.fresh) await clearFolder(dir);
    if (dir !== undefined) next = await recover(dir, segments);
    if (segments.all.length === 0) await segments.rotate();
    await segments.dropDue();
  } catch (error) {
    await segments.close();
    release();
    throw error instanceof QualifyError ? error : notWritten(dir, error);
  }
  return new SegmentedJournal({ ...known, segments, clock, onFault, release, reserve: () => next++ });
}

async function takeFolder(dir: string): Promise<() => void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  // An older folder may have been made with wider rights.
  await chmod(dir, 0o700);
  return lockFolder(dir);
}
