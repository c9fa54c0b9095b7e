import type { LoadedPool, MpanRange, ScenarioText } from '../stage';
import { finding, type Finding } from './finding';
import { mpansNeeded } from './mpans';

const meterKinds: Record<MpanRange['segment'], readonly MpanRange['meterKind'][]> = {
  S: ['smart', 'traditional'],
  A: ['advanced'],
  U: ['none'],
};

/** Whether a pool that nothing was taken from yet holds MPANs, of sensible kinds, and enough of each. */
export function poolFindings(pool: LoadedPool, scenarios: readonly ScenarioText[], file: string): Finding[] {
  const ranges = pool.ranges.flatMap(({ first, last, segment, meterKind }, index) => {
    const place = `${file}: ranges.${index}`;
    return [
      ...(last.length === 12 ? [] : [finding('DOCTOR_POOL_NUMBER_WRONG', { first, last }, place)]),
      ...(meterKinds[segment].includes(meterKind)
        ? []
        : [finding('DOCTOR_POOL_KIND_ODD', { first, segment, meterKind }, place)]),
    ];
  });
  // Their MPANs cannot be made.
  if (ranges.some(({ code }) => code === 'DOCTOR_POOL_NUMBER_WRONG')) return ranges;
  const short = mpansNeeded(scenarios, pool)
    .filter(({ missing }) => missing > 0)
    .map(({ kind, there, needed }) => finding('DOCTOR_POOL_SHORT', { kind, there, needed }, file));
  return [...ranges, ...short];
}
