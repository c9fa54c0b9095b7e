import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorsOf, stageErrors } from '../errors';
import { kindShape, type BaseKind, type SpecialKind } from './pool-kind';
import { pairRanges, pairRows } from './pool-pairs';
import { refuseTwice } from './pool-problems';
import { csvRows, mpanSchema, type PoolRow } from './pool-rows';
import { readYaml } from './read-yaml';

const raise = errorsOf(stageErrors);

const twelve = z.string().regex(/^\d{12}$/, 'expected twelve digits, without the check digit');

const rangeSchema = z.strictObject({
  first: twelve,
  count: z.number().int().positive(),
  ...kindShape,
  /** The `first` of the range whose MPANs these belong to, one to one. */
  linkedTo: twelve.optional(),
  relatedTo: twelve.optional(),
});

const poolSchema = z
  .strictObject({
    schema: z.literal(1),
    /** Whether an MPAN that a run has leased is left out by later runs. */
    remember: z.boolean().optional(),
    ranges: z.array(rangeSchema).default([]),
    mpans: z.array(mpanSchema).default([]),
  })
  .refine(({ ranges, mpans }) => ranges.length + mpans.length > 0, {
    path: ['ranges'],
    error: 'expected at least one range, or one MPAN under `mpans`',
  });

/** A run of test MPANs of one kind. */
export interface MpanRange extends BaseKind, SpecialKind {
  gspGroup: string;
  /** Of a range of pairs: the first twelve digits of the other one. */
  partner?: string;
  /** Twelve digits, without the check digit. */
  first: string;
  last: string;
  count: number;
  line: number;
}

/** What a pool file declares. */
export interface PoolFile {
  /** True, unless said otherwise, for a pool that holds MPANs of the user's own. */
  remember: boolean;
  ranges: MpanRange[];
  rows: PoolRow[];
}

/**
 * Reads a pool of test MPANs: YAML with `ranges` and `mpans`, or CSV with an MPAN to a row. QualifyErrors POOL_WRONG,
 * POOL_CSV_WRONG, POOL_ROW_WRONG, POOL_MPAN_TWICE, POOL_PAIR_WRONG, POOL_FILE_WRONG, each with file and line.
 */
export async function readPool(file: string): Promise<PoolFile> {
  const pool = /\.csv$/i.test(file) ? await fromCsv(file) : await fromYaml(file);
  refuseTwice(pool.ranges, pool.rows, file);
  return { ...pool, ranges: pairRanges(pool.ranges, file), rows: pairRows(pool.rows, file) };
}

async function fromCsv(file: string): Promise<PoolFile> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw raise('POOL_WRONG', { problem: 'the file cannot be read' }, file);
  });
  return { remember: true, ranges: [], rows: csvRows(text, file) };
}

async function fromYaml(file: string): Promise<PoolFile> {
  const reading = await readYaml(file, poolSchema);
  if (!reading.ok) throw raise('POOL_WRONG', { problem: reading.problem }, reading.place);
  const { ranges, mpans, remember = mpans.length > 0 } = reading.value;
  const lineOf = (...field: [string, number]) => Number(/:(\d+)$/.exec(reading.placeOf(field))![1]);
  return {
    remember,
    ranges: ranges.map((range, index) => ({
      ...range,
      last: coreAt(range.first, range.count - 1),
      line: lineOf('ranges', index),
    })),
    rows: mpans.map((row, index) => ({ ...row, line: lineOf('mpans', index) })),
  };
}

/** The twelve digits that stand so many after others; more than twelve where they count beyond. */
export function coreAt(first: string, offset: number): string {
  return String(BigInt(first) + BigInt(offset)).padStart(12, '0');
}
