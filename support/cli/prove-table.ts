import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { join } from 'node:path';
import { home } from '../session';

const blame = z.enum(['participant', 'configuration', 'environment', 'harness']);

const row = z.strictObject({
  fault: z.string(),
  role: z.string(),
  /** Scenarios that must fail, each with the check or code that must decide it. */
  red: z.record(z.string(), z.string()),
  blame: blame.default('participant'),
  exitCode: z.number().int().default(1),
  /** Scenarios that must stay green, in place of those of the role. */
  controls: z.array(z.string()).optional(),
});

const table = z.strictObject({
  schema: z.literal(1),
  /** Role → scenarios that must stay green under every fault, unless the fault names them as red. */
  controls: z.record(z.string(), z.array(z.string())),
  faults: z.array(row),
});

/** One line of the table of faults: what a run with that fault must come to. */
export interface ProofRow extends z.output<typeof row> {
  controls: string[];
}

/** The table of faults: fixtures/faults.yaml. */
export function readProofTable(file = join(home, 'fixtures/faults.yaml')): ProofRow[] {
  const { controls, faults } = table.parse(parse(readFileSync(file, 'utf8')));
  return faults.map((one) => ({
    ...one,
    controls: (one.controls ?? controls[one.role] ?? []).filter((id) => !(id in one.red)),
  }));
}
