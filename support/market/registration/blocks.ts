import type { CustomBlocks } from '../../catalogue';
import type { Pair, Service } from '../proposal';
import type { Appointment } from './register';

type Custom = Partial<CustomBlocks>;

/** B013, left out when there is no switch. */
export const switchBlock = (registrationId: string | null | undefined): Custom =>
  registrationId === null || registrationId === undefined ? {} : { B013: { CSSRegistrationID: registrationId } };

/** B012, the supplier that proposed. */
export const requester = (supplier: Pair): Pick<CustomBlocks, 'B012'> => ({
  B012: {
    serviceProviderAppointmentRequestingSupplierDIPID: supplier.dipId,
    serviceProviderAppointmentRequestingSupplierMPID: supplier.mpid,
  },
});

/** B002 with the date-time from which the supplier supplies. */
export function incomingSupplier(supplier: Pair, from: string): Pick<CustomBlocks, 'B002'> {
  return {
    B002: {
      incomingSupplierDIPID: supplier.dipId,
      incomingSupplierMPID: supplier.mpid,
      supplierEffectiveFromDate: from,
    },
  };
}

/** B014 or B015: the appointment that is in force. */
export function appointed({ block, provider, from }: Appointment): Custom {
  if (!block) return {};
  if ('B070' in block) {
    const { contractReferenceMeteringService, appointmentScenario } = block.B070;
    return { B014: { ...meteringService(provider, from), contractReferenceMeteringService, appointmentScenario } };
  }
  const { contractReferenceDataService, appointmentScenario, traditionalFallBackReadFrequency } = block.B071;
  return {
    B015: {
      ...dataService(provider, from),
      contractReferenceDataService,
      appointmentScenario,
      traditionalFallBackReadFrequency,
    },
  };
}

const meteringService = (provider: Pair, from: string) => ({
  incomingMeteringServiceDIPID: provider.dipId,
  incomingMeteringServiceMPID: provider.mpid,
  incomingMeteringServiceEffectiveFromDate: from,
});

const dataService = (provider: Pair, from: string) => ({
  incomingDataServiceDIPID: provider.dipId,
  incomingDataServiceMPID: provider.mpid,
  incomingDataServiceEffectiveFromDate: from,
});

/** B010 and B011 name a successor, B016 and B017 a partner: the same items. */
export function successor(it: Appointment, as: 'successor' | 'partner'): Custom {
  if (it.service === 'metering') {
    const block = meteringService(it.provider, it.from);
    return as === 'partner' ? { B016: block } : { B010: block };
  }
  const block = dataService(it.provider, it.from);
  return as === 'partner' ? { B017: block } : { B011: block };
}

/** Why an appointment ends (DI-819), as far as the register ends one. */
export type EndReason = 'CSUPP' | 'CSERV' | 'IMPEXP' | 'RELATED';

/** B008 or B009: which service ends, when and why. */
export function endOf(service: Service, { provider, from }: Appointment, to: string, reason: EndReason): Custom {
  return service === 'metering'
    ? {
        B008: {
          deAppointedMeteringServiceDIPID: provider.dipId,
          deAppointedMeteringServiceMPID: provider.mpid,
          meteringServiceEffectiveFromDate: from,
          meteringServiceEffectiveToDate: to,
          deAppointmentReasonCode: reason,
        },
      }
    : {
        B009: {
          deAppointedDataServiceDIPID: provider.dipId,
          deAppointedDataServiceMPID: provider.mpid,
          dataServiceEffectiveFromDate: from,
          dataServiceEffectiveToDate: to,
          deAppointmentReasonCode: reason,
        },
      };
}
