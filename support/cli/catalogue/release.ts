import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from 'commander';
import { bundledRelease, openRelease, useRelease, type Release } from '../../catalogue';

const load = createRequire(__filename);

/** The folder of imported releases, below the state folder. */
export function releasesFolder(): string {
  // Only for those who have a release of their own: the session is slow to load.
  const { stateFolder } = load('../../session') as typeof import('../../session');
  return join(stateFolder(process.cwd()), 'releases');
}

export interface ReleaseFlag {
  release?: string;
}

export function withRelease(command: Command): Command {
  return command.option('--release <id>', `release to use; default: ${bundledRelease.id}, which is bundled`);
}

export function releaseNamed(id: string): Release {
  return id === bundledRelease.id ? bundledRelease : openRelease(id, releasesFolder());
}

/** The release of the flag; the process works with it from here on. */
export function releaseOf({ release }: ReleaseFlag): Release {
  const chosen = releaseNamed(release ?? bundledRelease.id);
  useRelease(chosen);
  return chosen;
}
