import { resolve } from 'node:path';
import { examine, findingsOf, sorted, type Examined, type Finding } from '../doctor';
import { loadProfile } from '../participant';
import { bundled, choose, filesOf, lockHolder, placesOf, prepare, readOf, type RunOptions } from '../session';
import { loadAssumptions, loadEnvironment } from '../stage';

/** Everything that is found wrong with what these options name, whatever of it can be read. */
export async function examineAll(options: RunOptions): Promise<Finding[]> {
  const findings: Finding[] = [];
  const read = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      findings.push(...findingsOf(error));
      return undefined;
    }
  };
  const places = placesOf(options, process.cwd());
  const prepared = await read(() => prepare(options, process.cwd()));
  const chosen = prepared && (await read(() => choose(prepared)));
  const examined: Examined = {
    ...(prepared ? readOf(prepared) : await partsOf(options, read)),
    ...(prepared && chosen ? { selection: { ...chosen, bindingOf: prepared.ability.binding } } : {}),
    ...places,
    holder: lockHolder(places.stateDir),
    depth: 'all',
  };
  return sorted([...findings, ...(await examine(examined))]);
}

/** Profile and environment each by itself, where a run could not be prepared. */
async function partsOf(
  options: RunOptions,
  read: <T>(work: () => Promise<T>) => Promise<T | undefined>,
): Promise<ReturnType<typeof readOf>> {
  const files = await read(async () => filesOf(options, process.cwd()));
  const participantFile = files?.participantFile ?? resolve(options.participant ?? bundled.participant);
  const profile = await read(() => loadProfile(participantFile));
  const environment =
    files &&
    (await read(async () => loadEnvironment(files.environmentFile, await loadAssumptions(bundled.assumptions))));
  return {
    roles: [],
    ...(profile ? { profile } : {}),
    ...(environment ? { environment } : {}),
    environmentFile: files?.environmentFile ?? '',
  };
}
