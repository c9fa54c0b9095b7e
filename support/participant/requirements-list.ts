import { isAbsolute, relative, resolve } from 'node:path';
import { z } from 'zod';
import { errorsOf, traceabilityErrors } from '../errors';

const raise = errorsOf(traceabilityErrors);
const text = z.string().min(1);

/** The headings that a list has where the profile says nothing else. */
export const usualColumns = { requirement: 'requirement', testCase: 'testCase', scenario: 'scenario' };

/** Key `requirements` of a profile: the user's own list of requirements and official test case ids. */
export const requirementsListSchema = z.strictObject({
  /** CSV or Excel workbook (.xlsx), relative to the profile. */
  file: text,
  /** Sheet of a workbook; without: the first. */
  sheet: text.optional(),
  /** Whether the file may lie outside the folder of the profile. */
  outside: z.boolean().default(false),
  /** Headings of the columns. */
  columns: z
    .strictObject({
      requirement: text.default(usualColumns.requirement),
      testCase: text.default(usualColumns.testCase),
      scenario: text.default(usualColumns.scenario),
      minimumGrade: text.optional(),
    })
    .default(usualColumns),
});

type RequirementsList = z.infer<typeof requirementsListSchema>;

/** The user's list with the absolute path of its file; undefined where the profile names none. QualifyError OWN_LIST_ESCAPES. */
export function ownRequirements({
  requirements,
  folder,
  placeOf,
}: {
  requirements?: RequirementsList | undefined;
  folder: string;
  placeOf(path: PropertyKey[]): string;
}): Omit<RequirementsList, 'outside'> | undefined {
  if (!requirements) return undefined;
  const { file: named, outside, ...rest } = requirements;
  const file = resolve(folder, named);
  const way = relative(folder, file);
  const escapes = isAbsolute(way) || /^\.\.([\\/]|$)/.test(way);
  if (escapes && !outside) throw raise('OWN_LIST_ESCAPES', { file: named }, placeOf(['requirements', 'file']));
  return { file, ...rest };
}
