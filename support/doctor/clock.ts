import { limitOf, type Environment } from '../stage';
import { finding, type Finding } from './finding';

/** A clock that is off by more than this is worth a word; a fifth of the limit, where that is less. */
const wordMs = 10_000;

/** What another machine's clock means for signatures, which both sides date. */
export function clockFindings(
  url: string,
  offsetMs: number | undefined,
  environment: Environment,
  place: string,
): Finding[] {
  if (offsetMs === undefined) return [];
  const { ms, assumption } = limitOf(environment, 'signatureSkew');
  const off = Math.abs(offsetMs);
  const values = {
    url,
    seconds: Math.round(off / 1_000),
    direction: offsetMs > 0 ? 'ahead of' : 'behind',
    limit: environment.limits.signatureSkew.value,
    assumption: `assumption ${assumption}`,
  };
  if (off > ms) return [finding('DOCTOR_CLOCK_OFF', values, place)];
  return off > Math.min(wordMs, ms / 5) ? [finding('DOCTOR_CLOCK_DRIFTS', values, place)] : [];
}
