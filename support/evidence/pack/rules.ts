import { z } from 'zod';
import { grades } from '../../verdict';
import { readYaml } from './facts';

const grade = z.enum(grades);
export type Grade = z.infer<typeof grade>;

const partOfProfile = z.object({
  evidence: z
    .object({
      required: z.union([z.literal('all'), z.array(z.string())]).default('all'),
      minimumGrade: z.union([grade, z.record(z.string(), grade)]).optional(),
      secondPerson: z.boolean().default(false),
    })
    .default({ required: 'all', secondPerson: false }),
});

/** What a submission needs, by the profile as it was in the run. */
export interface Rules {
  /** Ids of scenarios and requirements, or all. */
  required: 'all' | readonly string[];
  /** The weakest grade of proof that counts, where no other is named. */
  minimumGrade: Grade;
  /** By scenario or requirement. */
  minimumGrades: Readonly<Record<string, Grade>>;
  /** Whether a second person must sign off. */
  secondPerson: boolean;
}

/** What the participant alone says of itself, and a bare acknowledgement, prove too little by themselves. */
const usualMinimum: Grade = 'seen on the wire';

/** Reads the rules from profile.effective.yaml; without `evidence:` the usual ones. QualifyError PACK_RULES_UNREADABLE. */
export function rulesOf(profile: string | undefined): Rules {
  const { evidence } = readYaml('profile.effective.yaml', profile ?? '', partOfProfile);
  const { required, minimumGrade: stated = usualMinimum, secondPerson } = evidence;
  if (typeof stated === 'string') return { required, minimumGrade: stated, minimumGrades: {}, secondPerson };
  const { default: minimumGrade = usualMinimum, ...minimumGrades } = stated;
  return { required, minimumGrade, minimumGrades, secondPerson };
}

/** Whether a proof is weaker than it must be; no proof is the weakest. */
export function isWeaker(has: Grade | null, than: Grade): boolean {
  return has === null || grades.indexOf(has) > grades.indexOf(than);
}
