import { DateTime } from 'luxon';
import { catalogueErrors, errorsOf } from '../errors';
import { remembered } from './remembered';

const raise = errorsOf(catalogueErrors);

const zero = 48;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (days[month - 1] ?? 0);
}

/** Two digits as a number; NaN where one of them is none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/**
 * Whether a text is a date-time of the wire, `2027-06-01T09:00:00+01:00`, that exists. Every half-hour of every message
 * comes through here: nothing is cut out of the text and no date is made.
 */
export function isInstant(text: string): boolean {
  if (text.length !== 25 || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T') return false;
  if (text[13] !== ':' || text[16] !== ':' || text[22] !== ':' || (text[19] !== '+' && text[19] !== '-')) return false;
  const year = two(text, 0) * 100 + two(text, 2);
  const day = two(text, 8);
  return (
    year >= 100 &&
    day >= 1 &&
    day <= daysIn(year, two(text, 5)) &&
    two(text, 11) <= 23 &&
    two(text, 14) <= 59 &&
    two(text, 17) <= 59 &&
    two(text, 20) <= 14 &&
    two(text, 23) <= 59
  );
}

/** Milliseconds since 1970 of a date-time of the wire, or undefined if it is not of that form or does not exist. */
export function instant(dateTime: string): number | undefined {
  if (!isInstant(dateTime)) return undefined;
  const part = (at: number) => two(dateTime, at);
  const wall = Date.UTC(part(0) * 100 + part(2), part(5) - 1, part(8), part(11), part(14), part(17));
  const offset = (part(20) * 60 + part(23)) * 60_000;
  return dateTime[19] === '+' ? wall - offset : wall + offset;
}

const zones = { local: 'Europe/London', utc: 'utc' } as const;
type BeginAt = keyof typeof zones;

// A market asks for the same few dates with every message, and a time zone is dear to reckon with.
const beginOf = remembered((localDate: string, beginAt: BeginAt): string => {
  const midnight = DateTime.fromFormat(localDate, 'yyyy-MM-dd', { zone: zones[beginAt] });
  if (!midnight.isValid) throw raise('DATE_NOT_REAL', { date: localDate });
  return midnight.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
});
const dateBegunAt = remembered((dateTime: string, beginAt: BeginAt): string | undefined => {
  const there = DateTime.fromMillis(instant(dateTime)!, { zone: zones[beginAt] });
  return there.toMillis() === there.startOf('day').toMillis() ? there.toFormat('yyyy-MM-dd') : undefined;
});
const dateOfHour = remembered((utcHour: string, beginAt: BeginAt) => dateIn(`${utcHour}:00Z`, beginAt));

const dateIn = (moment: string, beginAt: BeginAt) =>
  DateTime.fromISO(moment, { zone: zones[beginAt] }).toFormat('yyyy-MM-dd');

/**
 * The 25-character date-time at which a calendar date (`YYYY-MM-DD`) begins: midnight in Great Britain with its
 * offset, or midnight UTC. The public sources leave open which; it is a setting.
 */
export function effectiveFrom(localDate: string, beginAt: BeginAt): string {
  return beginOf(localDate, beginAt);
}

/** The calendar date that a date-time begins; undefined if it is no midnight of that kind. Any offset will do. */
export function localDateOf(dateTime: string, beginAt: BeginAt): string | undefined {
  return isInstant(dateTime) ? dateBegunAt(dateTime, beginAt) : undefined;
}

/** The calendar date of a moment in ISO form, in Great Britain or in UTC. */
export function dateOfMoment(moment: string, beginAt: BeginAt): string {
  // Neither clock begins a day within an hour of UTC.
  const [, utcHour] = /^(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3])):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/.exec(moment) ?? [];
  return utcHour === undefined ? dateIn(moment, beginAt) : dateOfHour(utcHour, beginAt);
}

const daysAfter = remembered((date: string, days: number): string =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd'),
);

/** The date so many days later (or earlier): `addDays('2027-02-28', 1)` is `2027-03-01`. */
export function addDays(date: string, days: number): string {
  return daysAfter(date, days);
}

/** A moment as the wire writes it, in UTC: `2027-06-01T09:00:00+00:00`. */
export function wireTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}+00:00`;
}
