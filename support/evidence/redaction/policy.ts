import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { personalClasses, treatments, type PersonalClass, type Treatment } from '../../catalogue';
import { errorsOf, redactionErrors } from '../../errors';

const raise = errorsOf(redactionErrors);

/** What becomes of each class of data. */
export type Policy = Readonly<Record<PersonalClass, Treatment>>;
export type Stage = 'PIT' | 'SIT' | 'UIT';

const asCaptured: Policy = {
  address: 'keep',
  freeText: 'mask',
  consumption: 'keep',
  advisories: 'keep',
  consent: 'keep',
  meterIds: 'keep',
  registrationId: 'keep',
  mpan: 'keep',
};
const shared: Policy = {
  address: 'mask',
  freeText: 'mask',
  consumption: 'mask',
  advisories: 'mask',
  consent: 'mask',
  meterIds: 'pseudonymise',
  registrationId: 'pseudonymise',
  mpan: 'keep',
};

/** What becomes of each class where a profile says nothing: docs/redaction.md gives the reasons. */
export const stagePolicies: Readonly<Record<Stage, Policy>> = { PIT: asCaptured, SIT: shared, UIT: shared };

const own = z.partialRecord(z.enum(personalClasses), z.enum(treatments));
const mostBytes = 1024 * 1024;

/**
 * The policy of a run: that of its stage, changed by the `redaction` of the profile that it was made with.
 * QualifyError REDACTION_POLICY_UNREADABLE.
 */
export async function policyOf(folder: string, stage: Stage): Promise<Policy> {
  const file = path.join(folder, 'profile.effective.yaml');
  const wrong = (problem: string) => raise('REDACTION_POLICY_UNREADABLE', { file: path.basename(file), problem }, file);
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) return stagePolicies[stage];
  if (size > mostBytes) throw wrong('it is larger than 1 MB');
  let profile: unknown;
  try {
    profile = parse(await readFile(file, 'utf8'));
  } catch {
    throw wrong('it is not YAML');
  }
  const parsed = own.safeParse((profile as { redaction?: unknown } | null)?.redaction ?? {});
  if (parsed.success) return { ...stagePolicies[stage], ...parsed.data };
  const [issue] = parsed.error.issues;
  throw wrong(`redaction.${issue!.path.join('.')}: ${issue!.message}`);
}
