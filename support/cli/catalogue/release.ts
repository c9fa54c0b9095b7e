import { createRequire } from 'node:module';
import type { Command } from 'commander';
import { bundledRelease, openRelease, releasesFolder, useRelease, type Release } from '../../catalogue';

const load = createRequire(__filename);

/** The folder of imported releases of the current folder. */
export function releasesHere(): string {
  // Only for those who have a release of their own: the session is slow to load.
  const { stateFolder } = load('../../session') as typeof import('../../session');
  return releasesFolder(stateFolder(process.cwd()));
}

export interface ReleaseFlag {
  release?: string;
}

export function withRelease(command: Command): Command {
  return command.option('--release <id>', `release to use; default: ${bundledRelease.id}, which is bundled`);
}

export function releaseNamed(id: string): Release {
  return id === bundledRelease.id ? bundledRelease : openRelease(id, releasesHere());
}

/** The release of the flag; the process works with it from here on. */
export function releaseOf({ release }: ReleaseFlag): Release {
  const chosen = releaseNamed(release ?? bundledRelease.id);
  useRelease(chosen);
  return chosen;
}
