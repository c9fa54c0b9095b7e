import { DateTime } from 'luxon';
import { catalogueErrors, errorsOf } from '../errors';

const raise = errorsOf(catalogueErrors);

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;

/** Milliseconds since 1970 of a date-time of the wire, or undefined if it is not of that form or does not exist. */
export function instant(dateTime: string): number | undefined {
  if (!form.test(dateTime)) return undefined;
  const at = (from: number, to: number) => Number(dateTime.slice(from, to));
  const [year, month, day, hour, minute, second] = [at(0, 4), at(5, 7), at(8, 10), at(11, 13), at(14, 16), at(17, 19)];
  const [offsetHours, offsetMinutes] = [at(20, 22), at(23, 25)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 14 || offsetMinutes > 59) return undefined;
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // A day that does not exist rolls over into another month.
  if (wall.getUTCMonth() !== month - 1 || wall.getUTCDate() !== day || wall.getUTCFullYear() !== year) return undefined;
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000;
  return dateTime[19] === '+' ? wall.getTime() - offset : wall.getTime() + offset;
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
