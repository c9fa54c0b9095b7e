import { DateTime } from 'luxon';
import { openRelease, releasesFolder, useRelease, withMasking, withRouting } from '../catalogue';
import type { Environment } from './environment';

/** A release of the interfaces and the local day (`YYYY-MM-DD`) from which it is in force, as the user says. */
export type InForce = Environment['inForce'][number];

/** The release in force in an environment at a moment; undefined where its file does not say. */
export function releaseInForce({ inForce }: Pick<Environment, 'inForce'>, at: Date): InForce | undefined {
  const today = DateTime.fromJSDate(at, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd');
  const begun = inForce.filter(({ from }) => from <= today);
  return begun.sort((a, b) => a.from.localeCompare(b.from)).at(-1);
}

/**
 * Makes the environment's release, with the recipients and the masked values that it sets, the one that this process
 * works with. Imported releases are looked for below the state folder. RELEASE_UNKNOWN and the like; EVENT_UNKNOWN and
 * MASKING_NOT_POSSIBLE for what the environment sets.
 */
export function speakRelease({ release, routing, masking }: Environment, stateDir: string): void {
  useRelease(withMasking(withRouting(openRelease(release, releasesFolder(stateDir)), routing), masking));
}
