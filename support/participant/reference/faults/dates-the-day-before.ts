import { DateTime } from 'luxon';
import { changing } from './edit';
import { everySender, type Fault } from './types';

const dates = [
  'proposedMeteringServiceDIPEffectiveFromDate',
  'proposedDataServiceDIPEffectiveFromDate',
  'incomingMeteringServiceEffectiveFromDate',
  'incomingDataServiceEffectiveFromDate',
] as const;

/** The midnight before, as it is written on the wire. */
const dayBefore = (date: string) =>
  DateTime.fromISO(date, { zone: 'Europe/London' }).minus({ days: 1 }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

export const datesTheDayBefore: Fault = {
  what: 'Dates an appointment from the day before the one that was asked for.',
  roles: everySender,
  apply: () =>
    changing(({ CustomBlock: { B014, B015, B070, B071 } }) => {
      for (const block of [B014, B015, B070, B071]) {
        for (const item of dates) {
          const date = block?.[item];
          if (block && typeof date === 'string') block[item] = dayBefore(date);
        }
      }
    }),
};
