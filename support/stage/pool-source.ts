import { resolve } from 'node:path';
import type { Profile } from '../participant';

/** Which pool of test MPANs is used, and who names it. */
export interface PoolSource {
  file: string;
  from: 'profile' | 'environment';
  /** Where it is named: `participant.yaml:12`, or the environment file. */
  place: string;
}

/** The one rule: the pool of the profile, relative to its folder, else that of the environment. */
export function poolSource(
  profile: Pick<Profile, 'pool' | 'folder' | 'placeOf'> | undefined,
  environment: { pool: string },
  environmentFile: string,
): PoolSource {
  const file = profile && ownPool(profile);
  if (!profile || file === undefined) return { file: environment.pool, from: 'environment', place: environmentFile };
  return { file, from: 'profile', place: profile.placeOf(['pool']) };
}

/** Absolute path of the pool that a profile names; undefined where it names none. */
export function ownPool({ pool, folder }: Pick<Profile, 'pool' | 'folder'>): string | undefined {
  return pool === undefined ? undefined : resolve(folder, pool);
}
