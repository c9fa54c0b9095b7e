import { z } from 'zod';
import { mpanWithCheckDigit } from '../catalogue';
import { errorsOf, stageErrors } from '../errors';
import { readYaml } from './read-yaml';

const raise = errorsOf(stageErrors);

const kind = {
  segment: z.enum(['S', 'A', 'U']),
  meterKind: z.enum(['smart', 'traditional', 'advanced', 'none']),
  energyDirection: z.enum(['I', 'E']),
  energisation: z.enum(['E', 'D']),
};

const rangeSchema = z.strictObject({
  first: z.string().regex(/^\d{12}$/, 'expected twelve digits, without the check digit'),
  count: z.number().int().positive(),
  ...kind,
  gspGroup: z.string().regex(/^_[A-Z]$/),
});

type Range = z.infer<typeof rangeSchema>;

/** Ranges that overlap would hand out one MPAN twice. */
function refuseOverlaps(ranges: readonly Range[], context: z.RefinementCtx): void {
  const bounds = ranges.map(({ first, count }) => ({ from: Number(first), to: Number(first) + count }));
  for (const [index, own] of bounds.entries()) {
    const other = bounds.findIndex((range, at) => at < index && range.from < own.to && own.from < range.to);
    if (other < 0) continue;
    context.addIssue({ code: 'custom', path: [index, 'first'], message: `overlaps ranges.${other}` });
  }
}

const poolSchema = z.strictObject({
  schema: z.literal(1),
  ranges: z.array(rangeSchema).min(1).superRefine(refuseOverlaps),
});

/** What a scenario asks of a test MPAN; what it leaves open may be anything. */
export type MpanKind = { [K in keyof typeof kind]?: z.infer<(typeof kind)[K]> };

export interface TestMpan extends Required<MpanKind> {
  mpan: string;
  gspGroup: string;
}

export interface Pool {
  /** The next unused MPAN of that kind, or undefined when there is none left. Never the same twice. */
  take(kind: MpanKind): TestMpan | undefined;
}

/** A run of test MPANs of one kind. */
export interface MpanRange extends Required<MpanKind> {
  /** Twelve digits, without the check digit. */
  first: string;
  last: string;
  count: number;
}

/** A pool with the ranges that its file declares. */
export interface LoadedPool extends Pool {
  ranges: readonly MpanRange[];
}

/** Reads the pool of test MPANs. */
export async function loadPool(file: string): Promise<LoadedPool> {
  const reading = await readYaml(file, poolSchema);
  if (!reading.ok) throw raise('POOL_WRONG', { problem: reading.problem }, reading.place);
  const taken = reading.value.ranges.map(() => 0);
  return {
    ranges: reading.value.ranges.map((range) => ({ ...range, last: core(range, range.count - 1) })),
    take(wanted) {
      const index = reading.value.ranges.findIndex((range, at) => taken[at]! < range.count && fits(range, wanted));
      const range = reading.value.ranges[index];
      if (!range) return undefined;
      const digits = core(range, taken[index]!);
      taken[index]! += 1;
      const { segment, meterKind, energyDirection, energisation, gspGroup } = range;
      return { mpan: mpanWithCheckDigit(digits), segment, meterKind, energyDirection, energisation, gspGroup };
    },
  };
}

function core(range: Range, offset: number): string {
  return String(BigInt(range.first) + BigInt(offset)).padStart(12, '0');
}

/** Whether an MPAN, or a range of them, is of the kind that is asked for. */
export function fits(range: Required<MpanKind>, wanted: MpanKind): boolean {
  return (Object.keys(wanted) as (keyof MpanKind)[]).every(
    (key) => wanted[key] === undefined || wanted[key] === range[key],
  );
}
