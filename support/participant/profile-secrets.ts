import { errorsOf, participantErrors, type QualifyError } from '../errors';
import { fieldName, type FieldPath } from './profile';

const raise = errorsOf(participantErrors);

/** A secret written into the profile itself: never shown, only where it stands. */
export function secretProblem(path: FieldPath, placeOf: (path: FieldPath) => string): QualifyError {
  return raise('PROFILE_SECRET_IN_FILE', { field: fieldName(path) }, placeOf(path));
}

/** Where an API key, a token, a private key or a password stands in the profile itself. */
export function secretPaths(value: unknown, path: FieldPath = []): FieldPath[] {
  if (typeof value === 'string' || typeof value === 'number') return isSecret(path, String(value)) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    secretPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function isSecret(path: FieldPath, value: string): boolean {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value) || /^https?:\/\/[^/@\s]+@/i.test(value)) return true;
  return isSecretKey(path.at(-1)) && value !== 'issued';
}

/** Whether a key is one whose value is never shown. */
export function isSecretKey(key: PropertyKey | undefined): boolean {
  return /^(api[-_]?key|token|password|secret|passphrase|x-api-key|authorization)$/i.test(String(key));
}
