import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { nearest, QualifyError } from '../../errors';
import { bundledRelease, type Release } from '../release';
import { openStored } from './imported';
import { raise } from './raise';
import { checkId } from './release-id';
import { isModest, tooMuch } from './size';
import type { StoredRelease } from './stored';

/** Where imported releases lie below the state folder. */
export const releasesFolder = (stateDir: string): string => join(stateDir, 'releases');

const fileOf = (dir: string, id: string) => join(dir, `${id}.json`);

/**
 * Keeps an imported release in `dir`, readable by its owner only; answers the file. The same content again changes
 * nothing. Raises RELEASE_ID_UNSAFE, RELEASE_ID_BUNDLED, RELEASE_ID_TAKEN.
 */
export function saveRelease(dir: string, release: StoredRelease): Promise<string> {
  checkId(release.id);
  const file = fileOf(dir, release.id);
  if (existsSync(file)) {
    if (content(readStored(release.id, dir)) !== content(release))
      throw raise('RELEASE_ID_TAKEN', { id: release.id }, file);
    return Promise.resolve(file);
  }
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  // A reader sees the whole file or none.
  const temporary = join(dir, `.${release.id}.${randomUUID()}`);
  try {
    writeFileSync(temporary, `${JSON.stringify(release)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
  return Promise.resolve(file);
}

const content = ({ events, $defs }: StoredRelease) => JSON.stringify([events, $defs]);

/** Ids of the releases kept in `dir`, in alphabetical order; none where there is no such folder. */
export function listReleases(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => /^[^.].*\.json$/.test(name))
    .map((name) => name.slice(0, -'.json'.length))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** A release kept in a folder, or what is wrong with its file. */
export type KeptRelease =
  { id: string; bundled: false; messages: number; imported: string } | { id: string; bundled: false; problem: string };

/** Every release kept in `dir`, in the order of listReleases. */
export function storedReleases(dir: string): KeptRelease[] {
  return listReleases(dir).map((id) => {
    try {
      const { events, imported } = readStored(id, dir);
      return { id, bundled: false, messages: events.length, imported };
    } catch (error) {
      if (!(error instanceof QualifyError)) throw error;
      return { id, bundled: false, problem: error.message };
    }
  });
}

/**
 * The bundled release by its id, or an imported one. Raises RELEASE_UNKNOWN, which names those that there are,
 * RELEASE_STORED_UNREADABLE, RELEASE_TOO_COMPLEX.
 */
export function openRelease(id: string, dir: string): Release {
  if (id === bundledRelease.id) return bundledRelease;
  const ids = listReleases(dir);
  if (!ids.includes(id)) {
    const candidate = nearest(id, [bundledRelease.id, ...ids]) ?? 'none';
    throw raise('RELEASE_UNKNOWN', { id, imported: ids.join(', ') || 'none', nearest: candidate }, dir);
  }
  return openStored(readStored(id, dir));
}

// What an import writes is right; this sees a file that was cut off, exchanged or written by another version.
const shape = z.looseObject({
  schema: z.literal(1),
  id: z.string(),
  imported: z.string(),
  events: z.array(
    z.looseObject({
      interface: z.string(),
      event: z.string(),
      schemaVersion: z.string(),
      message: z.looseObject({
        properties: z.looseObject({
          CommonBlock: z.looseObject({ properties: z.looseObject({ S0: z.looseObject({}) }) }),
        }),
      }),
    }),
  ),
  $defs: z.record(z.string(), z.looseObject({})),
});

/** The file of a release. Raises RELEASE_STORED_UNREADABLE, RELEASE_TOO_COMPLEX. */
export function readStored(id: string, dir: string): StoredRelease {
  const file = fileOf(dir, id);
  const fail = (reason: string, cause?: unknown) => raise('RELEASE_STORED_UNREADABLE', { id, reason }, file, cause);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error), error);
  }
  const checked = shape.safeParse(value);
  if (!checked.success) throw fail(`${checked.error.issues[0]!.path.join('.')}: ${checked.error.issues[0]!.message}`);
  if (checked.data.id !== id) throw fail(`it holds the release "${checked.data.id}"`);
  const references = [...JSON.stringify(value).matchAll(/"\$ref":"#\/\$defs\/([^"]*)"/g)].map((match) => match[1]!);
  const lost = references.find((name) => !Object.hasOwn(checked.data.$defs, name));
  if (lost !== undefined) throw fail(`it refers to "${lost}", which is not there`);
  const release = value as StoredRelease;
  if (!isModest(release)) throw raise('RELEASE_TOO_COMPLEX', { file: `${id}.json`, what: tooMuch }, file);
  return release;
}
