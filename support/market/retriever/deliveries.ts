import { effectiveFrom, wireTime } from '../../catalogue';
import type { Context, Outgoing } from '../types';
import { dayOrYesterday, halfHoursOf, meterIdOf, quantity, registerReading, registersOf } from './readings';
import type { Retrieval } from './retriever';

type Running = Pick<Retrieval, 'service' | 'direction' | 'meters'>;

/** IF-064 [MDRConsumption]: the half-hours of a UTC day, yesterday's unless told. */
export function deliverHalfHours(
  { service, direction }: Running,
  date: string | undefined,
  correlationID: string | null,
  context: Context,
): Outgoing {
  const name = { interface: 'IF-064', event: 'MDRConsumption' } as const;
  return {
    ...name,
    custom: {
      ...halfHoursOf(name, dayOrYesterday(date, context), context),
      B045: { measurementQuantityID: quantity(direction) },
    },
    ...{ primaryRecipients: [service], correlationID },
  };
}

/** IF-065 [ReadingRemote]: the reading at the beginning of a day, now unless told; by registers where it is asked so. */
export function deliverReading(
  { service, meters }: Running,
  date: string | undefined,
  correlationID: string | null,
  context: Context,
  byRegister = false,
): Outgoing {
  const { mpan, market, now } = context;
  const at = date === undefined ? wireTime(new Date(now)) : effectiveFrom(date, market.effectiveDatesBeginAt);
  const meterID = meterIdOf(meters, mpan);
  const cumulative = {
    meterID,
    cumulativeRegisterReading: registerReading(at, mpan),
    cumulativeRegisterReadingDateTime: at,
  };
  return {
    ...{ interface: 'IF-065', event: 'ReadingRemote' },
    custom: byRegister ? { B065List: registersOf(meterID, at, mpan) } : { B076List: [cumulative] },
    ...{ primaryRecipients: [service], correlationID },
  };
}
