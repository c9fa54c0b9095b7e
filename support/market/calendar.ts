import { DateTime } from 'luxon';
import type { Context } from './types';

/** The calendar date of now, on the clock by which effective dates begin. */
export function today(context: Context): string {
  const zone = context.market.effectiveDatesBeginAt === 'local' ? 'Europe/London' : 'utc';
  return DateTime.fromISO(context.now, { zone }).toFormat('yyyy-MM-dd');
}

/** The date so many days later (or earlier): `addDays('2027-02-28', 1)` is `2027-03-01`. */
export function addDays(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}
