import { type CustomBlocks, effectiveFrom } from '../../catalogue';
import type { MeteringPoint } from '../acts';
import type { Pair, Service } from '../proposal';
import type { Context } from '../types';
import { learnFacts } from './facts';
import { type HeldMeter, testMeter, testProvider } from './meters';
import { type Appointment, emptyRegister, type Register, type Site } from './register';
import { loadedRelations } from './relations';
import { loadedRetriever } from './retriever-facts';

export const connectionTypes = { S: 'W', A: 'L', U: 'U' } as const;

/** The address of every test MPAN: invented. */
export const testAddress: CustomBlocks['B022'] = {
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
};

/** A register that holds an MPAN with its supplier and services, as if since the date named. */
export function loadedRegister(point: MeteringPoint, register: Register, context: Context): Register {
  const from = effectiveFrom(point.since, context.market.effectiveDatesBeginAt);
  const loaded = (service: Service, provider: Pair | null): Appointment[] =>
    provider === null
      ? []
      : [
          {
            ...{ service, provider, from, to: null, status: 'active', code: null, scenario: null },
            ...{ supplier: point.supplier, registrationId: null, correlationID: null },
          },
        ];
  const site = siteRegister(point, register, context);
  // Not registered: nobody supplies it, and nothing is fitted or live.
  if (point.registered === false)
    return siteRegister({ ...point, meterKind: 'none', energisation: 'D' }, register, context);
  const status = { ...statusBlock('O', 'T', from), ...supplierItems(point, from) };
  return {
    ...site,
    facts: learnFacts(site.facts, status, from),
    relations: loadedRelations(point, context.mpan),
    retrieval: loadedRetriever(point, from),
    supplier: { ...point.supplier, since: point.since },
    appointments: [...loaded('metering', point.meteringService), ...loaded('data', point.dataService)],
    contracts: {
      ...(point.directContracts?.metering &&
        point.meteringService && { metering: { dipId: point.meteringService.dipId } }),
      ...(point.directContracts?.data && point.dataService && { data: { dipId: point.dataService.dipId } }),
    },
  };
}

/** A register that holds the site alone: an MPAN that was created and has no supplier. */
export function siteRegister(site: Site, register: Register, context: Context): Register {
  const from = effectiveFrom(site.since, context.market.effectiveDatesBeginAt);
  return {
    ...emptyRegister(),
    booked: register.booked,
    point: site,
    facts: learnFacts({}, { ...siteBlocks(site, from), ...statusBlock('C', 'N', from) }, from),
    meters: meters(site, from, context.mpan),
  };
}

/** B079: status of registration (C, O, T) and of the metering point (N, R, T, X). */
export function statusBlock(
  RMPStatus: CustomBlocks['B079']['RMPStatus'],
  MPStatus: CustomBlocks['B079']['MPStatus'],
  from: string,
): Pick<CustomBlocks, 'B079'> {
  return { B079: { RMPStatus, RMPStatusEffectiveFromDate: from, MPStatus, MPStatusEffectiveFromDate: from } };
}

function siteBlocks(site: Site, from: string): Partial<CustomBlocks> {
  const { segment } = site;
  return {
    B001: { GSPGroupEffectiveFromDate: from },
    B022: testAddress,
    B023: {
      connectionTypeIndicator: connectionTypes[segment],
      connectionTypeEffectiveFromDate: from,
      energyDirection: site.energyDirection,
      meteredIndicator: segment !== 'U',
    },
    B024: { DUOSTariffID: '001', DUOSTariffIDEffectiveFromDate: from },
    B025: { energisationStatus: site.energisation, energisationStatusEffectiveFromDate: from },
    B026: { marketSegmentIndicator: segment, marketSegmentIndicatorEffectiveFromDate: from },
    // Test MPANs of segment S are homes.
    B028: { domesticPremiseIndicator: segment === 'S', domesticPremiseIndicatorEffectiveFromDate: from },
  };
}

/** What a supplier or the DCC has said of an MPAN that was in supply before the test. */
function supplierItems({ meterKind }: Site, from: string): Partial<CustomBlocks> {
  const consent = { B068: { consentGranularity: 'H' as const, consentGranularityEffectiveFromDate: from } };
  if (meterKind === 'smart') {
    return {
      ...consent,
      B029: { DCCServiceFlag: 'A', DCCEffectiveFromDate: from },
      B030: { IHDInstallStatus: 'I', IHDEffectiveFromDate: from },
    };
  }
  if (meterKind !== 'traditional') return consent;
  const profile = { profileClass: '01', profileClassEffectiveFromDate: from, SSC: '0393', SSCEffectiveFromDate: from };
  return { ...consent, B032: profile };
}

function meters({ meterKind, meterId }: Site, installed: string, mpan: string): HeldMeter[] {
  if (meterKind === 'none') return [];
  const details = testMeter(meterKind, { ...(meterId !== undefined && { id: meterId }), mpan, installed });
  return [{ details, providers: [testProvider(installed)], removed: null }];
}
