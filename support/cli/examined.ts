import { resolve } from 'node:path';
import { examine, findingsOf, refusal, sorted, type Examined, type Finding } from '../doctor';
import { loadProfile } from '../participant';
import {
  bundled,
  checkSelection,
  filesOf,
  home,
  lockHolder,
  prepare,
  readScenarios,
  select,
  stateFolder,
  tagWords,
  type Prepared,
  type RunOptions,
} from '../session';
import { loadAssumptions, loadEnvironment, type Exclusion, type ScenarioText } from '../stage';

/** What was selected and what was left out, with the scenarios themselves. */
export interface Chosen {
  selected: ScenarioText[];
  excluded: { scenario: ScenarioText; exclusion: Exclusion }[];
}

/** Reads all scenarios and makes the selection; the errors of `checkSelection` and `select`. */
export async function choose(prepared: Prepared): Promise<Chosen> {
  const scenarios = await readScenarios(bundled.features, home, tagWords(prepared.assumptions));
  checkSelection(prepared, scenarios);
  return chosenOf(scenarios, select(prepared, scenarios));
}

function chosenOf(
  scenarios: readonly ScenarioText[],
  { selected, excluded }: { selected: ScenarioText[]; excluded: readonly Exclusion[] },
): Chosen {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return { selected, excluded: excluded.map((exclusion) => ({ scenario: byId.get(exclusion.id)!, exclusion })) };
}

/** Stops a run, by a QualifyError, for what would spoil it. */
export async function refuseWhatSpoils(
  prepared: Prepared,
  o: { scenarios: readonly ScenarioText[]; selected: ScenarioText[]; excluded: readonly Exclusion[] },
): Promise<void> {
  const selection = { ...chosenOf(o.scenarios, o), bindingOf: prepared.ability.binding };
  const found = await examine({ ...readOf(prepared), ...placesOf(prepared.options), selection, depth: 'start' });
  const error = refusal(found);
  if (error) throw error;
}

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
  const places = placesOf(options);
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

type Read = Pick<Examined, 'profile' | 'environment' | 'environmentFile' | 'roles'>;

function readOf({ profile, environment, environmentFile, roles }: Prepared): Read {
  return { profile, environment, environmentFile, roles };
}

/** Profile and environment each by itself, where a run could not be prepared. */
async function partsOf(
  options: RunOptions,
  read: <T>(work: () => Promise<T>) => Promise<T | undefined>,
): Promise<Read> {
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

function placesOf({ out, dipPort }: RunOptions): Pick<Examined, 'stateDir' | 'out' | 'dipPort'> {
  return { stateDir: stateFolder(process.cwd()), out: resolve(out ?? 'reports'), dipPort };
}
