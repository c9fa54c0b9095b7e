import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readOwnList, type OwnListSource, type RttmInput, type Subject } from '../evidence';
import { loadProfile, ownRequirements, usualColumns } from '../participant';
import { readRegisters } from '../requirements';
import { bundled, home, readScenarios, tagWords } from '../session';
import { loadAssumptions } from '../stage';
import { profileOfRun } from './profile-of-run';

/** Where the user's own list may be named. */
export interface OwnListFlags {
  /** Profile that maps it; without: the one that the last run was made with, where it is still there. */
  participant?: string;
  /** The list itself, in place of the one that the profile names. */
  requirements?: string;
}

/**
 * What a traceability matrix is made of: the subject, the registers, the scenario set and the user's own list. The
 * errors of each reader.
 */
export async function rttmInput(subject: Subject, folder: string, flags: OwnListFlags): Promise<RttmInput> {
  const [registers, known, source] = await Promise.all([
    readRegisters(join(home, 'fixtures/requirements')),
    knownIds(),
    ownListSource(flags, [folder, join(folder, '../..', subject.runs.at(-1)!.verdicts.run)]),
  ]);
  return { subject, registers, known, ...(source ? { own: await readOwnList(source) } : {}) };
}

async function knownIds(): Promise<string[]> {
  const words = tagWords(await loadAssumptions(bundled.assumptions));
  return (await readScenarios(bundled.features, home, words)).map(({ id }) => id);
}

/** `folders`: that of the run, else of the campaign and of its last run. */
async function ownListSource(flags: OwnListFlags, folders: readonly string[]): Promise<OwnListSource | undefined> {
  const profile = flags.participant ?? folders.map(profileOfRun).find((one) => one !== undefined && existsSync(one));
  const mapped = profile === undefined ? undefined : ownRequirements(await loadProfile(profile));
  if (flags.requirements === undefined) return mapped;
  return { columns: usualColumns, ...mapped, file: resolve(flags.requirements) };
}
