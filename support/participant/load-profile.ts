import path from 'node:path';
import { stringify } from 'yaml';
import { errorsOf, participantErrors, QualifyError } from '../errors';
import { profileSchema, type FieldPath, type Profile } from './profile';
import { mergeLayers, placeIn, readLayers } from './profile-layers';
import { formProblems, meaningProblems } from './profile-problems';
import { secretPaths, secretProblem } from './profile-secrets';

const raise = errorsOf(participantErrors);
const MOST_SHOWN = 10;

/**
 * Reads a participant profile with what it extends and checks it whole. All problems are thrown together: one error
 * keeps its own code, several become `PROFILE_INVALID` whose message lists up to ten and whose cause holds each. The
 * place is `file:line`.
 * Files and secrets that the profile names are not opened: `resolveIdentity` does that.
 */
export async function loadProfile(file: string): Promise<Profile> {
  const layers = await readLayers(file);
  const data = mergeLayers(layers);
  const placeOf = (field: FieldPath) => placeIn(layers, field);
  const secrets = secretPaths(data);
  const safe = secrets.reduce(strike, data);
  const parsed = profileSchema.safeParse(safe);
  const rest = parsed.success
    ? meaningProblems(parsed.data, placeOf)
    : formProblems(parsed.error.issues, safe, placeOf);
  const problems = [...secrets.map((field) => secretProblem(field, placeOf)), ...rest];
  if (problems.length > 0) throw together(problems);
  const resolved = path.resolve(file);
  return { ...parsed.data!, file: resolved, folder: path.dirname(resolved), placeOf };
}

/** The same data without a secret, so that the field is neither shown nor reported twice. */
function strike<T>(data: T, field: FieldPath): T {
  const [key, ...rest] = field;
  if (key === undefined) return (/^https?:/i.test(String(data)) ? withoutUser(String(data)) : 'issued') as T;
  const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<PropertyKey, unknown>;
  copy[key] = strike(copy[key], rest);
  return copy as T;
}

function withoutUser(url: string): string {
  return url.replace(/\/\/[^/@\s]+@/, '//');
}

function together(problems: QualifyError[]): QualifyError {
  const first = problems[0]!;
  if (problems.length === 1) return first;
  const lines = problems.slice(0, MOST_SHOWN).map((p) => `  ${p.code} ${p.place}: ${p.message}. ${p.fix}`);
  if (problems.length > MOST_SHOWN) lines.push(`  and ${problems.length - MOST_SHOWN} more`);
  return raise('PROFILE_INVALID', { count: problems.length, list: lines.join('\n') }, first.place, problems);
}

/** The profile as it was understood, bases merged and defaults filled in, as YAML without any secret. */
export function effectiveProfile(profile: Profile): string {
  const { file: _file, folder: _folder, placeOf: _placeOf, ...data } = profile;
  return stringify(data, { lineWidth: 120 });
}
