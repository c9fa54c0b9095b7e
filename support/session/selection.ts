import { errorsOf, nearest, sessionErrors, stageErrors, type QualifyError } from '../errors';
import { allEvents, mayReceive, maySend, messageLabel, type RoleCode } from '../catalogue';
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
  if (selected.length === 0) throw nothingSelected(prepared, { scenarios, wanted, excluded });
  return { selected, excluded };
}

function nothingSelected(
  { selection, roles }: Prepared,
  {
    scenarios: all,
    wanted,
    excluded,
  }: { scenarios: readonly Scenario[]; wanted: readonly Scenario[]; excluded: readonly Exclusion[] },
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
  const applying = all.filter((scenario) => scenario.roles.some((tag) => isOf(tag, roles)));
  const where = applying.length > 0 ? '' : ` ${whereItTakesPart(roles, all)}`;
  return raise('SELECTION_EMPTY', { asked: askedFor, why: why + where }, 'the options of the command');
}

const isOf = (tag: string, roles: readonly string[]) => roles.includes(tag.split(':')[0]!);

/** Of roles that no scenario proves: the features in which messages go that such a role may send or receive. */
function whereItTakesPart(roles: readonly RoleCode[], scenarios: readonly Scenario[]): string {
  const own = new Set(
    allEvents()
      .filter((event) => roles.some((role) => maySend(role, event) || mayReceive(role, event)))
      .map(messageLabel),
  );
  const features = new Set(
    scenarios.filter(({ messages }) => messages.some((one) => own.has(one))).map(({ uri }) => uri),
  );
  const named = roles.join(' or ');
  return features.size === 0
    ? `No scenario proves ${named}, and no feature has a message that it sends or receives.`
    : `No scenario proves ${named} yet; messages that it may send or receive go in ${[...features].join(', ')}.`;
}
