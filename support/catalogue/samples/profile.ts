import type { Segment } from '../roles';
import { type Moment, settlementDay, utcDay } from './calendar';
import type { Draw } from './random';

/** What uses or makes the energy. */
export interface Use {
  segment: Segment;
  /** I import, E export. */
  direction: 'I' | 'E';
  /** kWh of a year. */
  annual: number;
}

// How much of an average hour is used in each hour of the day, by hand: night low, a morning and an evening peak.
const home = {
  weekday: [5, 4, 4, 4, 4, 5, 8, 12, 11, 8, 7, 7, 8, 8, 8, 9, 12, 17, 20, 19, 17, 14, 10, 7],
  weekend: [6, 5, 4, 4, 4, 4, 5, 8, 11, 13, 13, 13, 14, 13, 12, 11, 13, 16, 18, 17, 15, 13, 11, 8],
};
const business = {
  weekday: [5, 5, 5, 5, 5, 6, 8, 12, 16, 18, 18, 18, 17, 18, 18, 17, 15, 12, 9, 7, 6, 6, 5, 5],
  weekend: [5, 5, 5, 5, 5, 5, 5, 6, 6, 7, 7, 7, 7, 7, 7, 6, 6, 6, 6, 5, 5, 5, 5, 5],
};

/** Average of a whole year is about 1. */
function load(shape: typeof home, { hour, weekend, winter }: Moment): number {
  const hours = weekend ? shape.weekend : shape.weekday;
  const [from, to] = [hours[Math.floor(hour)]!, hours[(Math.floor(hour) + 1) % 24]!];
  return ((from + (to - from) * (hour % 1)) / 10) * (0.8 + 0.4 * winter);
}

/** Hours of daylight on either side of noon. */
const daylight = (winter: number) => 8 - 4 * winter;

function sun({ hour, winter }: Moment): number {
  const half = daylight(winter);
  const away = Math.abs(hour - 12.5);
  return away >= half ? 0 : 3.5 * Math.cos((away / half) * (Math.PI / 2)) * (1.1 - 0.7 * winter);
}

/** Street lamps burn from dusk to dawn. */
function lamps({ hour, winter }: Moment): number {
  return Math.abs(hour - 12.5) >= daylight(winter) ? 2 : 0;
}

function shapeOf({ segment, direction }: Use, moment: Moment): number {
  if (direction === 'E') return sun(moment);
  if (segment === 'U') return lamps(moment);
  return load(segment === 'A' ? business : home, moment);
}

/** Watt-hours of each half-hour given, as whole numbers so that totals add up. */
function profile(use: Use, moments: readonly Moment[], draw: Draw): number[] {
  const average = (use.annual * 1000) / 17_520;
  const spread = use.segment === 'U' ? 0 : 0.3;
  return moments.map((moment) => Math.round(average * shapeOf(use, moment) * (1 - spread / 2 + spread * draw.next())));
}

/** Watt-hours of the 48 half-hours of a UTC day. */
export const utcDayProfile = (use: Use, date: string, draw: Draw): number[] => profile(use, utcDay(date), draw);

/** Watt-hours of the 46, 48 or 50 Settlement Periods of a local date. */
export const settlementDayProfile = (use: Use, date: string, draw: Draw): number[] =>
  profile(use, settlementDay(date), draw);
