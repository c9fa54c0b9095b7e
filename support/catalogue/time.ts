import { DateTime } from 'luxon';
import { catalogueErrors, errorsOf } from '../errors';

const raise = errorsOf(catalogueErrors);

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;

const zero = 48;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (days[month - 1] ?? 0);
}

/** Milliseconds since 1970 of a date-time of the wire, or undefined if it is not of that form or does not exist. */
export function instant(dateTime: string): number | undefined {
  if (!form.test(dateTime)) return undefined;
  // Every half-hour of every message comes through here: no parts are cut out.
  const two = (at: number) => (dateTime.charCodeAt(at) - zero) * 10 + dateTime.charCodeAt(at + 1) - zero;
  const [year, month, day] = [two(0) * 100 + two(2), two(5), two(8)];
  const [hour, minute, second, offsetHours, offsetMinutes] = [two(11), two(14), two(17), two(20), two(23)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 14 || offsetMinutes > 59) return undefined;
  if (year < 100 || day < 1 || day > daysIn(year, month)) return undefined;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000;
  return dateTime[19] === '+' ? wall - offset : wall + offset;
}

const zones = { local: 'Europe/London', utc: 'utc' } as const;

/**
 * The 25-character date-time at which a calendar date (`YYYY-MM-DD`) begins: midnight in Great Britain with its
 * offset, or midnight UTC. The public sources leave open which; it is a setting.
 */
export function effectiveFrom(localDate: string, beginAt: 'local' | 'utc'): string {
  const midnight = DateTime.fromFormat(localDate, 'yyyy-MM-dd', { zone: zones[beginAt] });
  if (!midnight.isValid) throw raise('DATE_NOT_REAL', { date: localDate });
  return midnight.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

/** The calendar date that a date-time begins; undefined if it is no midnight of that kind. Any offset will do. */
export function localDateOf(dateTime: string, beginAt: 'local' | 'utc'): string | undefined {
  const at = instant(dateTime);
  if (at === undefined) return undefined;
  const there = DateTime.fromMillis(at, { zone: zones[beginAt] });
  return there.toMillis() === there.startOf('day').toMillis() ? there.toFormat('yyyy-MM-dd') : undefined;
}

/** A moment as the wire writes it, in UTC: `2027-06-01T09:00:00+00:00`. */
export function wireTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}+00:00`;
}
