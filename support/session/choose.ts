import { resolve } from 'node:path';
import { examine, refusal, type Examined } from '../doctor';
import type { Exclusion, ScenarioText } from '../stage';
import { readScenarios, tagWords } from './features';
import type { RunOptions } from './options';
import { bundled, home, stateFolder } from './places';
import type { Prepared } from './prepare';
import { checkSelection, select } from './selection';

/** What was selected and what was left out, with the scenarios themselves. */
export interface Chosen {
  selected: ScenarioText[];
  excluded: { scenario: ScenarioText; exclusion: Exclusion }[];
}

/** Reads all scenarios and makes the selection; the errors of `checkSelection` and `select`. */
export async function choose(prepared: Prepared): Promise<Chosen> {
  const scenarios = await readScenarios(bundled.features, home, tagWords(prepared.assumptions));
  checkSelection(prepared, scenarios);
  const { selected, excluded } = select(prepared, scenarios);
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return { selected, excluded: excluded.map((exclusion) => ({ scenario: byId.get(exclusion.id)!, exclusion })) };
}

/** Stops a run, by a QualifyError, for what would spoil it. */
export async function refuseWhatSpoils(prepared: Prepared, chosen: Chosen, cwd: string): Promise<void> {
  const selection = { ...chosen, bindingOf: prepared.ability.binding };
  const found = await examine({
    ...readOf(prepared),
    ...placesOf(prepared.options, cwd),
    selection,
    depth: 'start',
  });
  const error = refusal(found);
  if (error) throw error;
}

/** What the doctor looks at of a prepared run. */
export function readOf({
  profile,
  environment,
  environmentFile,
  roles,
}: Prepared): Pick<Examined, 'profile' | 'environment' | 'environmentFile' | 'roles'> {
  return { profile, environment, environmentFile, roles };
}

/** Where a run with these options would write and listen. */
export function placesOf({ out, dipPort }: RunOptions, cwd: string): Pick<Examined, 'stateDir' | 'out' | 'dipPort'> {
  return { stateDir: stateFolder(cwd), out: resolve(cwd, out ?? 'reports'), dipPort };
}
