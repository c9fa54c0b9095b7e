import type { CustomBlocks } from '../../catalogue';
import type { Pair, Service } from '../proposal';

type Custom = Partial<CustomBlocks>;

/** An appointment that a notice tells of. */
export interface Notice {
  service: Service;
  provider: Pair;
  /** 25-character date-time, as `to`. */
  from: string;
  to?: string;
}

/** IF-036: the appointment that is in force (B014 or B015). */
export function activeNotice(custom: Custom, service: Service): Notice | undefined {
  const { B014, B015 } = custom;
  if (service === 'metering') {
    return (
      B014 && {
        service,
        provider: { dipId: B014.incomingMeteringServiceDIPID, mpid: B014.incomingMeteringServiceMPID },
        from: B014.incomingMeteringServiceEffectiveFromDate,
      }
    );
  }
  return (
    B015 && {
      service,
      provider: { dipId: B015.incomingDataServiceDIPID, mpid: B015.incomingDataServiceMPID },
      from: B015.incomingDataServiceEffectiveFromDate,
    }
  );
}

/** IF-037: the appointment that ends (B008 or B009). */
export function endNotice(custom: Custom, service: Service): Notice | undefined {
  const { B008, B009 } = custom;
  if (service === 'metering') {
    return (
      B008 && {
        service,
        provider: { dipId: B008.deAppointedMeteringServiceDIPID, mpid: B008.deAppointedMeteringServiceMPID },
        from: B008.meteringServiceEffectiveFromDate,
        to: B008.meteringServiceEffectiveToDate,
      }
    );
  }
  return (
    B009 && {
      service,
      provider: { dipId: B009.deAppointedDataServiceDIPID, mpid: B009.deAppointedDataServiceMPID },
      from: B009.dataServiceEffectiveFromDate,
      to: B009.dataServiceEffectiveToDate,
    }
  );
}
