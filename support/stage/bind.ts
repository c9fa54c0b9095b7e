import type { RoleCode } from '../catalogue';
import { roles } from '../catalogue';
import { positionOfTag, positionsOf, roleOfPosition } from './positions';

export type Actor = 'participant' | 'simulated' | 'external';

export interface Binding {
  /** Position → DIP ID. */
  positions: Record<string, string>;
  /** Position → who fills it. */
  actors: Record<string, Actor>;
}

interface Holder {
  dipId: string;
  role: RoleCode;
}

/**
 * Says who fills each position of a scenario: the participant those that a `@role:` tag names and its profile holds,
 * the bundled parties all others. A position that nobody can fill is left out.
 */
export function bind(tags: readonly string[], participant: readonly Holder[], parties: readonly Holder[]): Binding {
  const binding: Binding = { positions: {}, actors: {} };
  const proved = new Set(tags.filter((tag) => tag.startsWith('@role:')).map(positionOfTag));
  for (const role of Object.keys(roles) as RoleCode[]) {
    const own = participant.filter((identity) => identity.role === role);
    const others = parties.filter((party) => party.role === role);
    for (const position of positionsOf(role)) {
      const ours = proved.has(position) ? own.shift() : undefined;
      const holder = ours ?? others.shift();
      if (!holder) continue;
      binding.positions[position] = holder.dipId;
      binding.actors[position] = ours ? 'participant' : 'simulated';
    }
  }
  return binding;
}

/** Positions that the participant fills, in the order of the binding. */
export function participantPositions(binding: Binding): string[] {
  return Object.keys(binding.actors).filter((position) => binding.actors[position] === 'participant');
}

/** Roles in which the participant acts. */
export function participantRoles(binding: Binding): RoleCode[] {
  return [...new Set(participantPositions(binding).map((position) => roleOfPosition(position)!))];
}
