import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadProfile } from '../participant';
import { profileOfRun } from './profile-of-run';

/**
 * The secrets that the profile of a run names: API keys, tokens and private keys, read from their files or from the
 * environment. `tell` is told when the profile cannot be read any more: then they cannot be looked for.
 */
export async function secretsOfRun(folder: string, tell: (text: string) => void): Promise<string[]> {
  const file = profileOfRun(folder);
  if (file === undefined) return [];
  try {
    const profile = await loadProfile(file);
    const read = secretPlaces(profile.identities, profile.triggers, profile.probes).map(async (place) =>
      'env' in place
        ? (process.env[place.env] ?? '')
        : readFile(resolve(profile.folder, place.file), 'utf8').catch(() => ''),
    );
    return (await Promise.all(read)).filter((text) => text.trim() !== '');
  } catch {
    tell(`the profile ${file} cannot be read any more: secrets that it names are not looked for`);
    return [];
  }
}

type Place = { file: string } | { env: string };

/** Every `apiKey` and `token` that is elsewhere, and every `key` of a pair, which is a file. */
function secretPlaces(...parts: readonly unknown[]): Place[] {
  return parts.flatMap((part) => {
    if (part === null || typeof part !== 'object') return [];
    return Object.entries(part).flatMap(([key, value]): Place[] => {
      if (key === 'key' && typeof value === 'string') return [{ file: value }];
      const isPlace = (key === 'apiKey' || key === 'token') && value !== null && typeof value === 'object';
      return isPlace ? [value as Place] : secretPlaces(value);
    });
  });
}
