import type { Verdicts } from '../verdict';

type Releases = Pick<Verdicts, 'release' | 'inForce'>;

/** Whether the run proves another release than the one in force in its environment. */
export function onOtherRelease({ release, inForce }: Releases): boolean {
  return inForce !== null && inForce.release !== release;
}

/** The release of a run and whether it was in force, for every page. */
export function releaseText(of: Releases): string {
  const { release, inForce } = of;
  if (!inForce) return `${release} (the environment does not say which release is in force)`;
  if (onOtherRelease(of)) return `${release}; in force here is ${inForce.release}, since ${inForce.from}`;
  return `${release}, in force here since ${inForce.from}`;
}
