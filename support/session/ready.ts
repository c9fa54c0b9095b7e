import type { ResolvedIdentity } from '../participant';
import { readAccess } from './access';
import { choose, placesOf, refuseWhatSpoils, type Chosen } from './choose';
import { lockState } from './lock';
import { readOptions } from './options';
import { prepare, type Prepared } from './prepare';

/** A run that may begin: what it rests on was read and checked, its scenarios are chosen, its state folder is its own. */
export interface ReadyRun {
  began: Date;
  stateDir: string;
  /** Folder below which the run folder is made. */
  out: string;
  prepared: Prepared;
  /** Of each identity that the run is about. */
  resolved: ResolvedIdentity[];
  chosen: Chosen;
}

let own: Promise<ReadyRun> | undefined;

/** The run of this process: made ready by whoever asks first, Cucumber's plugin or what starts Cucumber for the command. */
export function readyRun(given: unknown, cwd: string): Promise<ReadyRun> {
  return (own ??= makeReady(given, cwd));
}

/**
 * Makes a run ready; `given` are options as a profile of Cucumber or the command gives them. QualifyErrors for whatever
 * would stop it or spoil it; nothing was started then, and no run folder made.
 */
async function makeReady(given: unknown, cwd: string): Promise<ReadyRun> {
  const began = new Date();
  const options = readOptions(given);
  const { stateDir, out } = placesOf(options, cwd);
  const prepared = await prepare(options, cwd);
  const chosen = await choose(prepared);
  // However this process ends, the next run must find the folder free.
  process.once('exit', lockState(stateDir, began));
  const resolved = await readAccess(prepared, stateDir);
  await refuseWhatSpoils(prepared, chosen, cwd);
  return { began, stateDir, out, prepared, resolved, chosen };
}
