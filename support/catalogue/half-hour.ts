import { DateTime } from 'luxon';
import { catalogueErrors, errorsOf } from '../errors';
import { instant, wireTime } from './time';

const raise = errorsOf(catalogueErrors);

/** Milliseconds of the half-hour that settlement counts in. */
export const halfHour = 30 * 60_000;

/** A half-hour as reports name it: number 1 to 46, 48 or 50 of a day in Great Britain. */
export interface SettlementPeriod {
  /** `YYYY-MM-DD`, local. */
  settlementDate: string;
  period: number;
}

// ISO has other forms of a date too, such as weeks.
function localMidnight(date: string): DateTime<true> {
  const midnight = DateTime.fromISO(date, { zone: 'Europe/London' });
  if (!midnight.isValid || !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw raise('DATE_NOT_REAL', { date });
  return midnight;
}

/** The ends of the 48 half-hours of a UTC day, first 00:30, last 00:00 of the next day. Raises DATE_NOT_REAL. */
export function halfHoursOfUtcDay(date: string): string[] {
  const midnight = instant(`${date}T00:00:00+00:00`);
  if (midnight === undefined) throw raise('DATE_NOT_REAL', { date });
  return Array.from({ length: 48 }, (_, i) => wireTime(new Date(midnight + (i + 1) * halfHour)));
}

/** How many Settlement Periods a local Settlement Date has: 48, but 46 and 50 when the clocks change. */
export function settlementPeriodsOf(settlementDate: string): number {
  const midnight = localMidnight(settlementDate);
  return (midnight.plus({ days: 1 }).toMillis() - midnight.toMillis()) / halfHour;
}

/** The Settlement Period that ends at a moment (any offset). Raises HALF_HOUR_NOT_REAL where no half-hour ends. */
export function settlementPeriodOf(halfHourEnd: string): SettlementPeriod {
  const end = instant(halfHourEnd);
  if (end === undefined || end % halfHour !== 0) throw raise('HALF_HOUR_NOT_REAL', { value: halfHourEnd });
  const midnight = DateTime.fromMillis(end - halfHour, { zone: 'Europe/London' }).startOf('day');
  return { settlementDate: midnight.toFormat('yyyy-MM-dd'), period: (end - midnight.toMillis()) / halfHour };
}

/** The UTC date-time at which a Settlement Period ends. Raises DATE_NOT_REAL, SETTLEMENT_PERIOD_NOT_REAL. */
export function halfHourEndOf({ settlementDate, period }: SettlementPeriod): string {
  const periods = settlementPeriodsOf(settlementDate);
  if (!Number.isInteger(period) || period < 1 || period > periods) {
    throw raise('SETTLEMENT_PERIOD_NOT_REAL', { period, date: settlementDate, periods });
  }
  return wireTime(new Date(localMidnight(settlementDate).toMillis() + period * halfHour));
}
