import type {
  MeterType,
  OtherParty,
  ProfileClass,
  Provider,
  SettlementConfiguration,
  StandingData,
  Tariff,
  Validity,
} from './types';

/** Whether something holds on a local day `YYYY-MM-DD`; its first and last day count. */
export function inForce({ from, to }: Validity, date: string): boolean {
  return from <= date && (to === null || date <= to);
}

/** What standing data adds to the holder of a DIP ID; undefined where it says nothing of it, which limits nothing. */
export function provider({ providers }: Pick<StandingData, 'providers'>, dipId: string): Provider | undefined {
  return providers.find((one) => one.dipId === dipId);
}

/** A meter type by its code, in force or not; undefined where standing data has none. */
export function meterType({ meterTypes }: Pick<StandingData, 'meterTypes'>, code: string): MeterType | undefined {
  return meterTypes.find((one) => one.code === code);
}

/** The DUoS tariff of a distributor (its MPID) that is in force on a local day. */
export function tariff(
  { tariffs }: Pick<StandingData, 'tariffs'>,
  id: string,
  distributor: string,
  date: string,
): Tariff | undefined {
  return tariffs.find((one) => one.id === id && one.distributor === distributor && inForce(one, date));
}

/** A profile class, in force or not. The wire allows one digit or two: `1` is `01`. */
export function profileClass(
  { profileClasses }: Pick<StandingData, 'profileClasses'>,
  code: string,
): ProfileClass | undefined {
  return profileClasses.find((one) => one.code === code.padStart(2, '0'));
}

/** A Standard Settlement Configuration, in force or not. */
export function settlementConfiguration(
  { settlementConfigurations }: Pick<StandingData, 'settlementConfigurations'>,
  code: string,
): SettlementConfiguration | undefined {
  return settlementConfigurations.find((one) => one.code === code);
}

/** Whether a profile class can stand beside a Standard Settlement Configuration. Dates are not looked at. */
export function validProfile(
  data: Pick<StandingData, 'profileClasses' | 'settlementConfigurations'>,
  profileClassCode: string,
  ssc: string,
): boolean {
  const found = profileClass(data, profileClassCode);
  return found !== undefined && settlementConfiguration(data, ssc)?.profileClasses.includes(found.code) === true;
}

/** The Meter Asset Provider or SMSO of that id that is in force on a local day. */
export function otherParty(
  { otherParties }: Pick<StandingData, 'otherParties'>,
  kind: OtherParty['kind'],
  id: string,
  date: string,
): OtherParty | undefined {
  return otherParties.find((one) => one.kind === kind && one.id === id && inForce(one, date));
}
