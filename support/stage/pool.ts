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

const poolSchema = z.strictObject({ schema: z.literal(1), ranges: z.array(rangeSchema).min(1) });

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

/** Reads the pool of test MPANs. */
export async function loadPool(file: string): Promise<Pool> {
  const reading = await readYaml(file, poolSchema);
  if (!reading.ok) throw raise('POOL_WRONG', { problem: reading.problem }, reading.place);
  const taken = reading.value.ranges.map(() => 0);
  return {
    take(wanted) {
      const index = reading.value.ranges.findIndex((range, at) => taken[at]! < range.count && fits(range, wanted));
      const range = reading.value.ranges[index];
      if (!range) return undefined;
      const core = String(BigInt(range.first) + BigInt(taken[index]!)).padStart(12, '0');
      taken[index]! += 1;
      const { segment, meterKind, energyDirection, energisation, gspGroup } = range;
      return { mpan: mpanWithCheckDigit(core), segment, meterKind, energyDirection, energisation, gspGroup };
    },
  };
}

function fits(range: Required<MpanKind>, wanted: MpanKind): boolean {
  return (Object.keys(wanted) as (keyof MpanKind)[]).every(
    (key) => wanted[key] === undefined || wanted[key] === range[key],
  );
}
