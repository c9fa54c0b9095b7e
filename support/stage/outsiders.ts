import { roles as catalogue, serviceRole, type RoleCode, type Segment } from '../catalogue';
import { positionOfWords } from './words';
import { positionsOf } from './positions';

const outsiders = { CSS: 'CSS', DCC: 'DCC', 'the DCC': 'DCC', "the Distributor's system": 'LDSO' } as const;

/** How steps name those who act outside the DIP. */
export const outsiderWords = { CSS: 'CSS', DCC: 'the DCC', LDSO: "the Distributor's system" } as const;

/** Pattern of those who act outside the DIP. */
export const outsiderPattern = /(CSS|(?:the )?DCC|the Distributor's system)/;

/** Who is named as acting outside the DIP; undefined for a party of the market. */
export function outsiderOfWords(words: string): 'CSS' | 'DCC' | 'LDSO' | undefined {
  return Object.hasOwn(outsiders, words) ? outsiders[words as keyof typeof outsiders] : undefined;
}

/**
 * The positions that an act falls to: that of the party which does it, or, where somebody outside the DIP tells of it,
 * the usual one of each role that is told and serves that segment.
 */
export function actingPositions(words: string, roles: readonly RoleCode[], segment: Segment): string[] {
  if (!outsiderOfWords(words)) return [positionOfWords(words, segment)];
  return roles.filter((role) => serves(role, segment)).map((role) => positionsOf(role)[0]!);
}

function serves(role: RoleCode, segment: Segment): boolean {
  const { kind } = catalogue[role];
  if (kind === 'metering-service') return role === serviceRole('metering', segment);
  return kind !== 'data-service' || role === serviceRole('data', segment);
}
