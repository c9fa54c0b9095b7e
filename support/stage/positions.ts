import { isRole, roles, sidesOf, type RoleCode } from '../catalogue';

function position(role: RoleCode, side: string | undefined): string {
  return side ? `${role} (${side})` : role;
}

/** Every position of a role; the first is the one that an unqualified `@role:` tag proves. */
export function positionsOf(role: RoleCode): string[] {
  const sides = sidesOf(role);
  return sides.length === 0 ? [role] : sides.map((side) => position(role, side));
}

/** All positions of the market. */
export const allPositions: readonly string[] = (Object.keys(roles) as RoleCode[]).flatMap(positionsOf);

/** The role of a position: `SUP (incoming)` → `SUP`. */
export function roleOfPosition(text: string): RoleCode | undefined {
  const role = text.replace(/ \(.*$/, '');
  return isRole(role) ? role : undefined;
}

/**
 * A position as it may be written: the outgoing service is the incumbent one, and a role without a side stands for its
 * usual one. Undefined when there is none.
 */
export function canonicalPosition(text: string): string | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const role = roleOfPosition(trimmed);
  if (role === trimmed) return positionsOf(role)[0];
  const incumbent =
    role && sidesOf(role).includes('incumbent') ? trimmed.replace('(outgoing)', '(incumbent)') : trimmed;
  return allPositions.includes(incumbent) ? incumbent : undefined;
}

/** The position that a tag proves: `@role:SUP` → `SUP (incoming)`, `@role:MSS:incumbent` → `MSS (incumbent)`. */
export function positionOfTag(tag: string): string | undefined {
  const [role = '', side] = tag.replace(/^@role:/, '').split(':');
  if (!isRole(role)) return undefined;
  return side ? canonicalPosition(position(role, side)) : positionsOf(role)[0];
}
