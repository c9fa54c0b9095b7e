import { errorsOf, nearest, sessionErrors, stageErrors, type QualifyError } from '../errors';
import { asked, exclusion, scenarioGroups, scenarioTypes, type Exclusion, type Scenario } from '../stage';
import type { Prepared } from './prepare';

const raise = errorsOf({ ...stageErrors, ...sessionErrors });

/** Refuses a selection that names what there is not: it would be left out without a word. SELECTION_UNKNOWN. */
export function checkSelection({ selection }: Prepared, scenarios: readonly Scenario[]): void {
  const ids = scenarios.flatMap(({ id }) => [id.split('/')[0]!, id]);
  const known: [what: string, option: string, values: readonly string[], known: readonly string[]][] = [
    ['scenario', '--scenario', selection.scenarios, [...new Set(ids)]],
    ['process', '--process', selection.processes, scenarioGroups],
    ['type', '--type', selection.types, scenarioTypes],
  ];
  for (const [what, option, values, names] of known) {
    const value = values.find((candidate) => !names.includes(candidate));
    if (value === undefined) continue;
    const near = nearest(value, names);
    throw raise('SELECTION_UNKNOWN', { what, value, hint: near ? `Did you mean ${near}? ` : '' }, option);
  }
}

/** What runs and what does not, with the reason. Throws SELECTION_EMPTY when nothing is left. */
export function select<S extends Scenario>(
  prepared: Prepared,
  scenarios: readonly S[],
): { selected: S[]; excluded: Exclusion[] } {
  const { ability, selection } = prepared;
  const wanted = scenarios.filter((scenario) => asked(scenario, selection));
  const excluded: Exclusion[] = [];
  const selected = wanted.filter((scenario) => {
    const reason = exclusion(scenario, ability, selection);
    if (reason) excluded.push(reason);
    return !reason;
  });
  if (selected.length === 0) throw nothingSelected(prepared, wanted, excluded);
  return { selected, excluded };
}

function nothingSelected(
  { selection, roles }: Prepared,
  wanted: readonly Scenario[],
  excluded: readonly Exclusion[],
): QualifyError {
  const { roles: asRoles, processes: ofProcesses, scenarios, types, messages } = selection;
  const parts = Object.entries({
    role: asRoles,
    process: ofProcesses,
    scenario: scenarios,
    type: types,
    message: messages.slice(0, 3),
  });
  const named = parts.filter(([, values]) => values.length > 0);
  const askedFor = named.map(([name, values]) => `${name} ${values.join(' or ')}`).join(', ') || 'every scenario';
  const why =
    wanted.length > 0
      ? `${wanted.length} match, but none applies to ${roles.join(', ')}: ${excluded[0]?.reason}.`
      : 'No scenario has all that was asked for.';
  return raise('SELECTION_EMPTY', { asked: askedFor, why }, 'the options of the command');
}
