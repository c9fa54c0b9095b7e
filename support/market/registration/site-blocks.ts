import { type CustomBlocks, effectiveFrom } from '../../catalogue';
import type { MeteringPoint } from '../acts';
import { held, type LoadedRegister } from './register';
import type { Context } from '../types';

type Blocks<N extends keyof CustomBlocks> = Pick<CustomBlocks, N>;

/** B022 to B026: address, connection, DUoS tariff, energisation and segment. The address is invented. */
export function siteBlocks(point: MeteringPoint, context: Context): Blocks<'B022' | 'B023' | 'B024' | 'B025' | 'B026'> {
  const since = effectiveFrom(point.since, context.market.effectiveDatesBeginAt);
  return {
    B022: {
      meteringPointPostcode: 'ZZ99 9ZZ',
      addressLine1: null,
      addressLine2: null,
      addressLine3: null,
      addressLine4: '1',
      addressLine5: 'Qualify Street',
      addressLine6: null,
      addressLine7: 'Testham',
      addressLine8: null,
      addressLine9: null,
    },
    B023: {
      connectionTypeIndicator: ({ S: 'W', A: 'L', U: 'U' } as const)[point.segment],
      connectionTypeEffectiveFromDate: since,
      energyDirection: point.energyDirection,
      meteredIndicator: point.segment !== 'U',
    },
    B024: { DUOSTariffID: '001', DUOSTariffIDEffectiveFromDate: since },
    B025: { energisationStatus: point.energisation, energisationStatusEffectiveFromDate: since },
    B026: { marketSegmentIndicator: point.segment, marketSegmentIndicatorEffectiveFromDate: since },
  };
}

/** The domestic premise indicator, as B004 and B028 carry it: test MPANs of segment S are homes. */
export function domesticPremise(point: MeteringPoint, context: Context): CustomBlocks['B004'] & CustomBlocks['B028'] {
  return {
    domesticPremiseIndicator: point.segment === 'S',
    domesticPremiseIndicatorEffectiveFromDate: effectiveFrom(point.since, context.market.effectiveDatesBeginAt),
  };
}

/** B005, the current services; null where there is none. */
export function currentServices(register: LoadedRegister): Blocks<'B005'> {
  const metering = held(register, 'metering')?.provider;
  const data = held(register, 'data')?.provider;
  return {
    B005: {
      currentMeteringServiceDIPID: metering?.dipId ?? null,
      currentMeteringServiceMPID: metering?.mpid ?? null,
      currentDataServiceDIPID: data?.dipId ?? null,
      currentDataServiceMPID: data?.mpid ?? null,
    },
  };
}

/** B006, only where the customer has contracted a service itself. */
export function directContracts(register: LoadedRegister): Partial<Blocks<'B006'>> {
  const { directContracts: direct } = register.point;
  if (!direct || (!direct.metering && !direct.data)) return {};
  const by = (service: 'metering' | 'data') =>
    direct[service] ? (held(register, service)?.provider.dipId ?? null) : null;
  return {
    B006: {
      customerDirectContractMeteringService: direct.metering,
      customerDirectContractMeteringServiceDIPID: by('metering'),
      customerDirectContractDataService: direct.data,
      customerDirectContractDataServiceDIPID: by('data'),
    },
  };
}
