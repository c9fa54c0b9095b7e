import type { RoleCode } from '../catalogue';
import { participantRoles, type Binding } from './bind';
import type { Scenario } from './scenario';

/** What the user asks for. Options are joined by AND, values of one option by OR; an empty list asks for nothing. */
export interface Selection {
  roles: string[];
  processes: string[];
  scenarios: string[];
  types: string[];
  /** Messages, `IF-031 [MSApp]`: a scenario in which one of them goes. */
  messages: string[];
}

export interface Exclusion {
  id: string;
  verdict: 'not-applicable' | 'not-run';
  reason: string;
}

/** What the selection needs to know of the participant and the environment. */
export interface Ability {
  stage: string;
  binding(tags: readonly string[]): Binding;
  /** False when the act falls to the participant in one of these roles and its profile has no way to be told. */
  canAct(act: string, roles: readonly RoleCode[]): boolean;
}

/** True when the scenario is among what the user asked for. */
export function asked(scenario: Scenario, selection: Selection): boolean {
  const types = scenario.tags.filter((tag) => tag.startsWith('@type:')).map((tag) => tag.slice(6));
  const some = (wanted: readonly string[], held: readonly string[]) =>
    wanted.length === 0 || wanted.some((value) => held.includes(value));
  const id = scenario.id.split('/')[0]!;
  return (
    some(selection.processes, [scenario.process]) &&
    some(selection.scenarios, [scenario.id, id]) &&
    some(selection.types, types.length > 0 ? types : ['functional']) &&
    some(selection.messages, scenario.messages) &&
    some(
      selection.roles,
      scenario.roles.map((role) => role.split(':')[0]!),
    )
  );
}

/** Why a scenario does not run for this participant at this stage, or undefined when it does. */
export function exclusion(scenario: Scenario, ability: Ability, selection: Selection): Exclusion | undefined {
  const stages = scenario.tags.filter((tag) => tag.startsWith('@stage:')).map((tag) => tag.slice(7));
  if (stages.length > 0 && !stages.includes(ability.stage)) {
    return { id: scenario.id, verdict: 'not-applicable', reason: `it belongs to stage ${stages.join(', ')}` };
  }
  const binding = ability.binding(scenario.tags);
  const roles = participantRoles(binding);
  if (roles.length === 0 || !wanted(roles, selection)) {
    return { id: scenario.id, verdict: 'not-applicable', reason: `it proves ${scenario.roles.join(', ')}` };
  }
  const lacking = scenario.needs.filter((act) => !ability.canAct(act, roles));
  if (lacking.length > 0) {
    return { id: scenario.id, verdict: 'not-run', reason: `the profile has no trigger for ${lacking.join(', ')}` };
  }
  return undefined;
}

function wanted(held: readonly RoleCode[], selection: Selection): boolean {
  return selection.roles.length === 0 || held.some((role) => selection.roles.includes(role));
}
