import { isRole, type RoleCode, roles, sidesOf } from '../catalogue';
import { conversationErrors, errorsOf, nearest } from '../errors';
import type { ConversationContext } from './types';

const raise = errorsOf(conversationErrors);

/** In a table the incumbent service may be called the outgoing one. */
function saidOf(role: RoleCode): readonly string[] {
  const sides = sidesOf(role);
  return sides.includes('incumbent') ? [...sides, 'outgoing'] : sides;
}

const known = (Object.keys(roles) as RoleCode[]).flatMap((role) => [
  role,
  ...saidOf(role).map((side) => `${role} (${side})`),
]);

const hint = (near: string | undefined) => (near ? `; did you mean "${near}"?` : '');

/** The text of a position as it is written everywhere, or a QualifyError with the nearest one. */
export function parsePosition(text: string, place?: string): string {
  const [role = '', side] = text
    .trim()
    .replace(/\s+/g, ' ')
    .split(/ ?\(([^)]*)\)$/);
  const position = side === undefined ? role : `${role} (${side})`;
  if (isRole(role) && known.includes(position)) return position;
  throw raise('LEGS_POSITION_UNKNOWN', { word: text.trim(), hint: hint(nearest(position, known)) }, place);
}

/** Other ways to name the party: the outgoing service is the incumbent; a side may be left out where it is the usual one. */
function alternatives(position: string): string[] {
  const [role = '', side] = position.split(/ ?\(([^)]*)\)$/);
  if (side === undefined) {
    const [usual] = isRole(role) ? sidesOf(role) : [];
    return usual === undefined ? [] : [`${role} (${usual})`, `${role} (incumbent)`];
  }
  if (role !== 'SUP' && side === 'outgoing') return [`${role} (incumbent)`];
  return role !== 'SUP' && side === 'incumbent' ? [`${role} (outgoing)`] : [];
}

/** The position under which the binding knows a party, or undefined. */
export function boundAs(position: string, bound: Record<string, unknown>): string | undefined {
  return [position, ...alternatives(position)].find((name) => Object.hasOwn(bound, name));
}

/** The DIP ID that fills a position; a QualifyError where nobody does. */
export function dipIdOf(position: string, ctx: Pick<ConversationContext, 'positions'>): string {
  const name = boundAs(position, ctx.positions);
  if (name) return ctx.positions[name]!;
  throw raise('LEGS_POSITION_UNBOUND', { word: position, known: Object.keys(ctx.positions).join(', ') || 'none' });
}

/** Who fills a position; `simulated` where the binding does not say. */
export function actorOf(position: string, ctx: ConversationContext): 'participant' | 'simulated' | 'external' {
  const name = boundAs(position, ctx.actors);
  return name ? ctx.actors[name]! : 'simulated';
}

/** The position that a DIP ID fills, else the DIP ID itself. */
export function positionOf(dipId: string, ctx: Pick<ConversationContext, 'positions'>): string {
  return Object.keys(ctx.positions).find((name) => ctx.positions[name] === dipId) ?? dipId;
}

/** True of a text that has the form of a position, bound or not. */
export const isPosition = (text: string): boolean => known.includes(text.trim());

/** A position in market words: `MSS (proposed)` is `the proposed Metering Service (smart)`. */
export function inWords(position: string): string {
  const [role = '', side] = position.split(/ ?\(([^)]*)\)$/);
  const name = isRole(role) ? roles[role].name : role;
  return side ? `the ${side} ${name}` : `the ${name}`;
}
