import { randomBytes } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorsOf, redactionErrors } from '../../errors';
import { writePrivate } from '../../wire';

const raise = errorsOf(redactionErrors);
const bytes = 32;

/** Where the key of a state folder is; it never goes into a pack. */
export const keyFile = (stateFolder: string): string => path.join(stateFolder, 'secrets', 'pseudonym-key');

/**
 * The key that pseudonyms are made with: 32 bytes that the state folder keeps (owner-only), made on first use. Two
 * processes that ask at once get the same one. QualifyError REDACTION_KEY_UNREADABLE.
 */
export async function pseudonymKey(stateFolder: string): Promise<Buffer> {
  const file = keyFile(stateFolder);
  const kept = await readKept(file);
  if (kept) return kept;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writePrivate(draft, randomBytes(bytes).toString('base64url'));
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await readKept(file))!;
}

async function readKept(file: string): Promise<Buffer | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw raise('REDACTION_KEY_UNREADABLE', { problem: error.code ?? 'it cannot be read' }, file, error);
  });
  if (text === undefined) return undefined;
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== bytes) throw raise('REDACTION_KEY_UNREADABLE', { problem: `it is not of ${bytes} bytes` }, file);
  return key;
}
