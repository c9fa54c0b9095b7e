import { randomBytes } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorsOf, participantErrors } from '../errors';
import { writePrivate } from '../wire';
import type { FieldPath, Profile, Secret } from './profile';
import { fieldName } from './profile';

const raise = errorsOf(participantErrors);

/** The secret of a field of the profile: issued by the harness under `name`, from a file, or from the environment. */
export async function readSecret(
  profile: Profile,
  field: FieldPath,
  secret: Secret,
  issued: { stateDir: string; name: string },
): Promise<string> {
  if (secret === 'issued') return issuedSecret(issued.stateDir, issued.name);
  const place = profile.placeOf(field);
  const value =
    'env' in secret ? process.env[secret.env] : await readNamedFile(profile, [...field, 'file'], secret.file);
  if (value?.trim()) return value.trim();
  const source = 'env' in secret ? `the environment variable ${secret.env}` : `the file ${secret.file}`;
  throw raise('PROFILE_SECRET_MISSING', { field: fieldName(field), source }, place);
}

/**
 * A random secret that the state folder keeps between runs, made on first use (owner-only file). Two processes that
 * ask at once get the same one.
 */
export async function issuedSecret(stateDir: string, name: string): Promise<string> {
  const file = path.join(stateDir, 'secrets', name);
  const kept = await readKept(file);
  if (kept) return kept;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writePrivate(draft, randomBytes(32).toString('base64url'));
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await readKept(file))!;
}

/** The text of a file that a field of the profile names, relative to the profile. */
export async function readNamedFile(
  profile: Profile,
  field: FieldPath,
  file: string,
  code: 'PROFILE_FILE_MISSING' | 'PROFILE_KEY_FILE_MISSING' = 'PROFILE_FILE_MISSING',
): Promise<string> {
  return readFile(path.resolve(profile.folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw raise(code, { field: fieldName(field), file, reason: error.code ?? error.message }, profile.placeOf(field));
  });
}

async function readKept(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
