import { DateTime } from 'luxon';
import { openRelease, releasesFolder, useRelease, withRouting } from '../catalogue';
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
 * Makes the environment's release, with the recipients that it sets, the one that this process works with. Imported
 * releases are looked for below the state folder. RELEASE_UNKNOWN and the like; EVENT_UNKNOWN for a recipient.
 */
export function speakRelease({ release, routing }: Environment, stateDir: string): void {
  useRelease(withRouting(openRelease(release, releasesFolder(stateDir)), routing));
}
