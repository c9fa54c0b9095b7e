import { z } from 'zod';

/** Grades of proof, as verdicts have them, the strongest first. */
export const proofGrades = [
  'effect read back',
  'seen at both ends',
  'seen on the wire',
  'acknowledged only',
  'reported by the participant',
  'attested',
] as const;

const grade = z.enum(proofGrades, { error: `expected ${proofGrades.join(', ')}` });
const ids = z.array(z.string().min(1)).min(1, 'expected at least one scenario or requirement');

/** Key `evidence` of a profile: what a pack must show before it can be a submission. */
export const evidencePolicySchema = z.strictObject({
  /** Scenarios and requirements that must be green; without: all that apply. */
  required: z
    .union([z.literal('all'), ids], { error: "expected 'all' or a list of scenarios and requirements" })
    .default('all'),
  /** The weakest grade that will do: one for all, or by scenario and requirement with `default`. */
  minimumGrade: z
    .union([grade, z.record(z.string().min(1), grade)], {
      error: `expected ${proofGrades.join(', ')}, or one of these by scenario or requirement`,
    })
    .optional(),
  /** Whether a second person must sign off. */
  secondPerson: z.boolean().default(false),
});
