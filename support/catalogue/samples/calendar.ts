import { DateTime } from 'luxon';
import { effectiveFrom, wireTime } from '../time';

const day = 86_400_000;
const london = 'Europe/London';

/** `2026-01-05` of a moment, in UTC. */
export const dateOf = (at: Date): string => at.toISOString().slice(0, 10);

/** A date some days later, or earlier. */
export function shifted(date: string, days: number): string {
  return dateOf(new Date(Date.parse(`${date}T00:00:00Z`) + days * day));
}

const midnights = new Map<string, string>();

/** The date-time at which a date begins in Great Britain. */
export function localMidnight(date: string): string {
  let found = midnights.get(date);
  if (!found) midnights.set(date, (found = effectiveFrom(date, 'local')));
  return found;
}

/** The moment some half-hours after a UTC date began, as the wire writes it. */
export function halfHourAfter(date: string, halfHours: number): string {
  return wireTime(new Date(Date.parse(`${date}T00:00:00Z`) + halfHours * 1_800_000));
}

/** One half-hour: the hour of local time in its middle (0 up to 24) and whether it is a day off. */
export interface Moment {
  hour: number;
  weekend: boolean;
  /** 1 in the middle of winter, 0 in the middle of summer. */
  winter: number;
}

const days = new Map<string, readonly Moment[]>();

function momentsFrom(start: DateTime, count: number): Moment[] {
  return Array.from({ length: count }, (_, i) => {
    const middle = start.plus({ minutes: 30 * i + 15 }).setZone(london);
    return {
      hour: middle.hour + middle.minute / 60,
      weekend: middle.weekday > 5,
      winter: (1 + Math.cos(((middle.ordinal - 15) / 365) * 2 * Math.PI)) / 2,
    };
  });
}

function kept(key: string, make: () => Moment[]): readonly Moment[] {
  let found = days.get(key);
  // A program that asks for days without end must not keep them all.
  if (!found && days.size > 1000) days.clear();
  if (!found) days.set(key, (found = make()));
  return found;
}

/** The 48 half-hours of a UTC day. */
export function utcDay(date: string): readonly Moment[] {
  return kept(`utc ${date}`, () => momentsFrom(DateTime.fromISO(date, { zone: 'utc' }), 48));
}

/** The Settlement Periods of a local date: 48, and 46 or 50 on the days when the clocks change. */
export function settlementDay(date: string): readonly Moment[] {
  return kept(`local ${date}`, () => {
    const start = DateTime.fromISO(date, { zone: london });
    return momentsFrom(start, start.plus({ days: 1 }).diff(start, 'minutes').minutes / 30);
  });
}
