import { z } from 'zod';
import { errorsOf, stageErrors } from '../errors';
import { readYaml } from './read-yaml';

const raise = errorsOf(stageErrors);

const assumptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string(),
  basis: z.string(),
  default: z.string(),
});

/** A rule or limit without a public source. */
export type Assumption = z.infer<typeof assumptionSchema>;

/** Reads the assumption register. */
export async function loadAssumptions(file: string): Promise<Assumption[]> {
  const reading = await readYaml(file, z.array(assumptionSchema));
  if (!reading.ok) throw raise('ENVIRONMENT_WRONG', { problem: reading.problem }, reading.place);
  return reading.value;
}
