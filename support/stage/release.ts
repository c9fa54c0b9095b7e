import { DateTime } from 'luxon';
import type { Environment } from './environment';

/** A release of the interfaces and the local day (`YYYY-MM-DD`) from which it is in force, as the user says. */
export type InForce = Environment['inForce'][number];

/** The release in force in an environment at a moment; undefined where its file does not say. */
export function releaseInForce({ inForce }: Pick<Environment, 'inForce'>, at: Date): InForce | undefined {
  const today = DateTime.fromJSDate(at, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd');
  const begun = inForce.filter(({ from }) => from <= today);
  return begun.sort((a, b) => a.from.localeCompare(b.from)).at(-1);
}
