import { type CustomBlocks, instant } from '../../catalogue';
import type { MeteringPoint } from '../acts';
import type { Standing } from '../types';

/** Details of a meter, as B036 and the lists of meters carry them. */
export type MeterDetails = CustomBlocks['B036'];
/** Who owns a meter, and since when. */
export type AssetProvider = CustomBlocks['B034'];

/** A meter that is or was at the site. */
export interface HeldMeter {
  details: MeterDetails;
  /** By date, the last one is the present one. */
  providers: AssetProvider[];
  /** 25-character date-time; null while it is fitted. */
  removed: string | null;
}

export const fitted = (meters: readonly HeldMeter[]): HeldMeter[] => meters.filter((it) => it.removed === null);

/** The fitted meters as IF-002, IF-006, IF-033 and IF-036 list them; undefined where there is none. */
export function fittedList(meters: readonly HeldMeter[]): CustomBlocks['B905List'] | undefined {
  const list = fitted(meters).map(({ details, providers }) => ({
    existingMeter: details,
    ...(providers.length > 0 && { existingMAP: providers.at(-1)! }),
  }));
  return list.length > 0 ? list : undefined;
}

/** Every meter, with those that are gone, as IF-051 lists them. */
export function historyList(meters: readonly HeldMeter[]): CustomBlocks['B914List'] | undefined {
  const list = meters.map(({ details, providers, removed }) => ({
    existingMeter: { ...details, meterRemovalDate: removed },
    ...(providers.length > 0 && { recentMAP: providers.at(-1)! }),
  }));
  return list.length > 0 ? list : undefined;
}

/** What B906 says of a meter, as it is held: without the item by which an update names a new id. */
export function metersDetails({ existingMeter }: CustomBlocks['B906']): MeterDetails {
  const { modifiedMeterID, ...details } = existingMeter;
  return modifiedMeterID === null ? details : { ...details, meterID: modifiedMeterID };
}

const types = { smart: 'S2ADE', traditional: 'N', advanced: 'H' } as const;

/** The details of a test meter of that kind: invented, and the same each time for the same MPAN. */
export function testMeter(
  kind: Exclude<MeteringPoint['meterKind'], 'none'>,
  { id, mpan, installed }: { id?: string; mpan: string; installed: string },
): MeterDetails {
  return {
    meterID: id ?? `E${mpan.slice(-9)}`,
    meterType: types[kind],
    manufacturersMakeAndType: 'Qualify 1',
    ESMEGUID: kind === 'smart' ? deviceId(mpan) : null,
    meterLocation: 'I',
    numberOfDisplayedRegisterDigits: kind === 'traditional' ? 5 : null,
    meterInstallationDate: installed,
  };
}

/** A device id of eight pairs of digits, made of the MPAN. */
function deviceId(mpan: string): string {
  return `${mpan.padStart(13, '0').slice(-13)}001`.match(/../g)!.join('-');
}

/** The first Meter Asset Provider of the bundled standing data. */
export const testProvider = (from: string): AssetProvider => ({
  meterAssetProviderID: 'MAPZ',
  meterAssetProviderEffectiveFromDate: from,
});

const advanced = ['H', 'NCAMR', 'RCAMR', 'RCAMY', 'MAIN_', 'CHECK', 'LAG_', 'LEAD_'];

/** Which kind of meter a type is: as standing data says, else by its code (assumption meter-type-groups). */
export function meterKindOf(type: string, standing?: Pick<Standing, 'meterTypes'>): MeteringPoint['meterKind'] {
  const stated = standing?.meterTypes.find((it) => it.code === type)?.group;
  if (stated) return stated;
  if (/^(S1|S2|2)/.test(type)) return 'smart';
  return advanced.includes(type) ? 'advanced' : 'traditional';
}

/** Whether one of the meters in a list of a message is a traditional one. */
export const isTraditional = (list: CustomBlocks['B905List'] = [], standing?: Pick<Standing, 'meterTypes'>): boolean =>
  list.some(({ existingMeter }) => existingMeter && meterKindOf(existingMeter.meterType, standing) === 'traditional');

/** Asset providers by their dates, each date once: what is said later of a date replaces what was held of it. */
export function mergedProviders(held: readonly AssetProvider[], said: readonly AssetProvider[]): AssetProvider[] {
  const at = (it: AssetProvider) => instant(it.meterAssetProviderEffectiveFromDate) ?? 0;
  const kept = held.filter((it) => !said.some((one) => at(one) === at(it)));
  return [...kept, ...said].sort((a, b) => at(a) - at(b));
}
