import type { z } from 'zod';
import { isRole, roles } from '../catalogue';
import { errorsOf, nearest, participantErrors, type QualifyError } from '../errors';
import { actDefinition, acts } from '../market';
import { everyOtherAct, fieldName, profileSchema, type FieldPath, type ProfileData } from './profile';
import { isSecretKey } from './profile-secrets';
import { keysAt } from './schema-keys';

const raise = errorsOf(participantErrors);
type PlaceOf = (path: FieldPath) => string;

/** What is wrong with the form of a profile, one error per field. */
export function formProblems(issues: readonly z.core.$ZodIssue[], data: unknown, placeOf: PlaceOf): QualifyError[] {
  return issues.flatMap((issue) => issueProblems(issue, [], data, placeOf));
}

function issueProblems(issue: z.core.$ZodIssue, above: FieldPath, data: unknown, placeOf: PlaceOf): QualifyError[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, placeOf));
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) => branch.length > 0 && branch.every((inner) => !rejectsKind(inner)));
    if (meant) return meant.flatMap((inner) => issueProblems(inner, path, data, placeOf));
  }
  return [wrongValue(path, issue.code === 'invalid_key' ? keyText(issue) : issue.message, data, placeOf)];
}

/** Whether a branch of a union fails because the value is of another kind altogether. */
function rejectsKind(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && issue.code !== 'unrecognized_keys' && issue.code !== 'invalid_union';
}

function keyText(issue: z.core.$ZodIssueInvalidKey): string {
  return issue.issues[0]?.message ?? issue.message;
}

function unknownKey(path: FieldPath, key: string, placeOf: PlaceOf): QualifyError {
  const known = keysAt(profileSchema, path);
  const field = fieldName(path) || 'the profile';
  return raise(
    'PROFILE_KEY_UNKNOWN',
    { field, key, hint: hint(key, known), known: known.join(', ') },
    placeOf([...path, key]),
  );
}

function wrongValue(path: FieldPath, message: string, data: unknown, placeOf: PlaceOf): QualifyError {
  const value = valueAt(data, path);
  const expected = message.replace(/^Invalid \w+: /, '').replace(/, received .*$/, '');
  return raise(
    'PROFILE_VALUE_WRONG',
    { field: fieldName(path) || 'the profile', expected, value: shown(path, value) },
    placeOf(path),
  );
}

/** What a schema cannot say: names of the catalogue, ids used twice, values that need one another. */
export function meaningProblems(profile: ProfileData, placeOf: PlaceOf): QualifyError[] {
  const problems: QualifyError[] = [];
  const seen = new Set<string>();
  profile.identities.forEach((identity, index) => {
    const at = (...rest: PropertyKey[]): FieldPath => ['identities', index, ...rest];
    if (!isRole(identity.role)) {
      const known = Object.keys(roles);
      const values = {
        field: fieldName(at('role')),
        value: identity.role,
        hint: hint(identity.role, known),
        known: known.join(', '),
      };
      problems.push(raise('PROFILE_ROLE_UNKNOWN', values, placeOf(at('role'))));
    }
    if (seen.has(identity.dipId)) {
      const values = { field: fieldName(at('dipId')), value: identity.dipId };
      problems.push(raise('PROFILE_DIP_ID_TWICE', values, placeOf(at('dipId'))));
    }
    seen.add(identity.dipId);
    const { certificates } = identity;
    const of = typeof certificates === 'object' && 'of' in certificates ? certificates.of : undefined;
    const holder = of === undefined ? undefined : profile.identities.find((one) => one.dipId === of);
    if (of !== undefined && (!holder || holder === identity || isShared(holder.certificates))) {
      const own = profile.identities.filter((one) => !isShared(one.certificates));
      const known = own.map((one) => one.dipId).join(', ') || 'none';
      const path = at('certificates', 'of');
      problems.push(raise('PROFILE_CERTIFICATES_OF', { field: fieldName(path), value: of, known }, placeOf(path)));
    }
    const { registeredBy, default: address } = identity.webhooks;
    if (registeredBy === 'harness' && !address) {
      const values = { field: fieldName(at('webhooks')), value: identity.dipId };
      problems.push(raise('PROFILE_WEBHOOK_MISSING', values, placeOf(at('webhooks'))));
    }
  });
  for (const name of Object.keys(profile.triggers.acts)) {
    if (name === everyOtherAct || actDefinition(name)) continue;
    const known = Object.keys(acts);
    const field = fieldName(['triggers', 'acts']);
    const values = { field, value: name, hint: hint(name, known), known: known.join(', ') };
    problems.push(raise('PROFILE_ACT_UNKNOWN', values, placeOf(['triggers', 'acts', name])));
  }
  return [...problems, ...connectionProblems(profile, placeOf)];
}

/** Whether certificates are those of another identity. */
const isShared = (certificates: ProfileData['identities'][number]['certificates']) =>
  typeof certificates === 'object' && 'of' in certificates;

function connectionProblems(profile: ProfileData, placeOf: PlaceOf): QualifyError[] {
  const { triggers, probes } = profile;
  const missing = (path: FieldPath) => raise('PROFILE_CONNECTION_MISSING', { field: fieldName(path) }, placeOf(path));
  const calls = Object.entries(triggers.acts).find(([, act]) => typeof act === 'object' && 'path' in act);
  return [
    ...(calls && !triggers.connection ? [missing(['triggers', 'acts', calls[0]])] : []),
    ...(probes.records && !probes.connection && !triggers.connection ? [missing(['probes', 'records'])] : []),
    ...startedProblems(profile, placeOf),
  ];
}

function startedProblems(profile: ProfileData, placeOf: PlaceOf): QualifyError[] {
  if (profile.bundled) return [];
  return (['triggers', 'probes'] as const)
    .filter((part) => profile[part].connection?.baseUrl === 'started')
    .map((part) => {
      const path = [part, 'connection', 'baseUrl'];
      const expected = 'expected an https address (only the bundled profile says started)';
      return raise('PROFILE_VALUE_WRONG', { field: fieldName(path), expected, value: "'started'" }, placeOf(path));
    });
}

function hint(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near ? `; did you mean "${near}"?` : '';
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part],
    data,
  );
}

function shown(path: FieldPath, value: unknown): string {
  if (value === undefined) return 'missing';
  if (path.some(isSecretKey)) return 'of another form';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
