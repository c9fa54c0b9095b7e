import { isRole } from '../catalogue';
import type { OwnParty, ParticipantRegistration } from '../control';
import { controlErrors, errorsOf } from '../errors';
import type { Party } from '../market';

const raise = errorsOf(controlErrors);

export interface Holder {
  name: string;
  parties: readonly OwnParty[];
}

/**
 * Checks that a participant shares nothing with another one or with a simulated party by which a caller is told apart.
 * HUB_DIP_ID_TAKEN, HUB_KEY_TAKEN, HUB_CERTIFICATE_TAKEN; REQUEST_WRONG for a role that is none.
 */
export function assertOwn({ name, parties }: Holder, others: readonly Holder[], simulated: readonly Party[]): void {
  const strangers = others.filter((other) => other.name !== name);
  const seen = new Set<string>();
  for (const { dipId, role, apiKeySha256, transportFingerprints } of parties) {
    if (!isRole(role)) throw raise('REQUEST_WRONG', { problem: `there is no role ${role}` });
    if (simulated.some((party) => party.dipId === dipId)) {
      throw raise('HUB_DIP_ID_TAKEN', { dipId, holder: 'a simulated party' });
    }
    if (seen.has(dipId)) throw raise('HUB_DIP_ID_TAKEN', { dipId, holder: 'another identity of the same participant' });
    seen.add(dipId);
    const held = strangers.flatMap((other) => other.parties);
    const sameKey = held.some((party) => party.apiKeySha256.toLowerCase() === apiKeySha256.toLowerCase());
    // Who holds it is not told: participants need not know of one another.
    if (held.some((party) => party.dipId === dipId)) {
      throw raise('HUB_DIP_ID_TAKEN', { dipId, holder: 'another participant' });
    }
    if (sameKey) throw raise('HUB_KEY_TAKEN', { dipId });
    if (held.some((party) => party.transportFingerprints.some((one) => transportFingerprints.includes(one)))) {
      throw raise('HUB_CERTIFICATE_TAKEN', { dipId });
    }
  }
}

/** The parties of a registration, each under the name of its participant. */
export function partiesOf({ name, parties }: ParticipantRegistration): OwnParty[] {
  return parties.map((party) => ({ ...party, name }));
}
