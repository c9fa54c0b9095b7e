import type { RoleCode } from '../catalogue';
import { errorsOf, stageErrors } from '../errors';
import type { Profile, ProfileIdentity } from '../participant';

const raise = errorsOf(stageErrors);

/** What a run is about: roles, and the identities that hold them, in the order in which they fill positions. */
export interface Chosen {
  roles: RoleCode[];
  identities: ProfileIdentity[];
}

/**
 * Chooses among the identities of a profile by role and DIP ID. Of several identities of one role it must be said which:
 * what was not tested must not look as if it had been. QualifyErrors ROLE_NOT_HELD, DIP_ID_NOT_HELD, IDENTITY_AMBIGUOUS.
 */
export function chooseIdentities(
  { identities, bundled, file }: Pick<Profile, 'identities' | 'bundled' | 'file'>,
  asked: { roles: readonly RoleCode[]; dipIds: readonly string[] },
): Chosen {
  const rolesOf = (all: readonly ProfileIdentity[]) => [...new Set(all.map(({ role }) => role as RoleCode))];
  const held = rolesOf(identities);
  const foreign = asked.roles.find((role) => !held.includes(role));
  if (foreign) throw raise('ROLE_NOT_HELD', { role: foreign, held: held.join(', ') }, file);
  const named = asked.dipIds.map((dipId) => {
    const own = identities.find((one) => one.dipId === dipId);
    if (own && (asked.roles.length === 0 || asked.roles.includes(own.role as RoleCode))) return own;
    const known = identities.map((one) => `${one.role} ${one.dipId}`).join(', ');
    const as = asked.roles.length === 0 ? '' : ` as ${asked.roles.join(' or ')}`;
    throw raise('DIP_ID_NOT_HELD', { dipId, as, known }, '--dip-id');
  });
  // The bundled participant holds every role; unless told otherwise it shows the supplier's.
  const usual = named.length > 0 ? rolesOf(named) : bundled && held.includes('SUP') ? (['SUP'] as RoleCode[]) : held;
  const roles = asked.roles.length > 0 ? [...asked.roles] : usual;
  return { roles, identities: roles.flatMap((role) => ofRole(role, identities, named)) };
}

function ofRole(
  role: RoleCode,
  identities: readonly ProfileIdentity[],
  named: readonly ProfileIdentity[],
): ProfileIdentity[] {
  const own = named.filter((one) => one.role === role);
  if (own.length > 0) return [...new Set(own)];
  const all = identities.filter((one) => one.role === role);
  if (all.length === 1) return all;
  throw raise('IDENTITY_AMBIGUOUS', { role, dipIds: all.map(({ dipId }) => dipId).join(', ') }, '--dip-id');
}

/** The profile under a name that tells which identities were chosen among several of a role, so that evidence does. */
export function withChosen(profile: Profile, { identities }: Chosen): Profile {
  const several = identities.filter(({ role }) => profile.identities.filter((one) => one.role === role).length > 1);
  if (several.length === 0) return profile;
  return { ...profile, name: `${profile.name}, ${several.map(({ role, dipId }) => `${role} ${dipId}`).join(', ')}` };
}
