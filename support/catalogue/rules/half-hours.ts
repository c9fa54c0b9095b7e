import { halfHour, settlementPeriodOf } from '../half-hour';
import { instant, wireTime } from '../time';
import { halfHourDaysOf, type HalfHourDay } from './half-hour-days';
import { halfHourRules } from './half-hour-rules';
import { breach, type Judge, type RuleProblem } from './rule';

// Defaults and rejections tell of the half-hours concerned; a replay is what was sent before.
const whole = /^IF-(016 \[(A|Rea)ctivePower\]|021|022|064)/;
const day = 48 * halfHour;
const times = Array.from({ length: 47 }, (_, i) => wireTime(new Date((i + 1) * halfHour)).slice(10));
const midnight = 'T00:00:00+00:00';

const endOf = (period: object, { stamp }: HalfHourDay) => (period as Record<string, string>)[stamp]!;

/** Whether these are the 48 half-hours of the day as almost everybody sends them: in order and in UTC. */
function plain(given: HalfHourDay): boolean {
  const { periods, date } = given;
  if (periods.length !== 48 || !date.endsWith(midnight)) return false;
  const calendarDate = date.slice(0, 10);
  for (let i = 0; i < 47; i++) {
    const end = endOf(periods[i]!, given);
    if (!end.endsWith(times[i]!) || !end.startsWith(calendarDate)) return false;
  }
  const next = new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10) + 1));
  return endOf(periods[47]!, given) === `${next.toISOString().slice(0, 10)}${midnight}`;
}

interface Placed {
  path: string;
  end: string;
  at: number;
}

/** Judges the half-hours of UTC days: IF-013, IF-014, IF-016, IF-021, IF-022, IF-064. */
export const judgeHalfHours: Judge = (message, found) => {
  const days = halfHourDaysOf(message);
  if (days.length === 1 && plain(days[0]!)) return;
  const { interfaceID, eventCode } = message.CommonBlock.S0;
  const judgeWhole = whole.test(`${interfaceID} ${eventCode}`);
  const seen = new Map<string, HalfHourDay[]>();
  for (const one of days) {
    const key = `${one.series} ${one.date}`;
    const same = seen.get(key);
    if (same) same.push(one);
    else seen.set(key, [one]);
  }
  for (const same of seen.values()) {
    if (same.length === 1 && plain(same[0]!)) continue;
    judgeDay(same, judgeWhole, found);
  }
};

/** All that a message says of one day, which may stand in several places. */
function judgeDay(given: HalfHourDay[], judgeWhole: boolean, found: RuleProblem[]): void {
  const { date, dayPath, path } = given[0]!;
  const start = instant(date)!;
  const placed = given.flatMap((one) =>
    one.periods.map((period, i): Placed => {
      const end = endOf(period, one);
      return { path: `${one.path}[${i}].${one.stamp}`, end, at: instant(end)! - start };
    }),
  );
  const atMidnight = (start / halfHour) % 48 === 0;
  if (!atMidnight) {
    found.push(
      breach(halfHourRules.dayAtMidnight, dayPath, `expected a settlement day at 00:00:00 UTC, got "${date}"`),
    );
  }
  const strange = [date, ...placed.map(({ end }) => end)].find((time) => !time.endsWith('+00:00'));
  if (strange) found.push(breach(halfHourRules.inUtc, path, `expected UTC times with +00:00, got "${strange}"`));
  const slots = slotsOf(placed);
  for (const slot of slots.values()) judgeSlot(slot, start, found);
  if (!atMidnight) return;
  for (const { path: at, end } of placed.filter((one) => one.at <= 0 || one.at > day)) {
    found.push(
      breach(halfHourRules.inDay, at, `expected a half-hour of the UTC day ${date.slice(0, 10)}, got "${end}"`),
    );
  }
  if (judgeWhole) judgeWholeDay(slots, start, path, found);
}

/** Half-hours by the place on the grid that they take, counted from the start of the day. */
function slotsOf(placed: readonly Placed[]): Map<number, Placed[]> {
  const slots = new Map<number, Placed[]>();
  for (const one of placed) {
    const slot = Math.ceil(one.at / halfHour);
    const taken = slots.get(slot);
    if (taken) taken.push(one);
    else slots.set(slot, [one]);
  }
  return slots;
}

/** A half-hour on its own stands on the grid; several of one place are the same one again, or overlap. */
function judgeSlot([first, ...more]: Placed[], start: number, found: RuleProblem[]): void {
  if (more.length === 0 && (start + first!.at) % halfHour !== 0) {
    found.push(breach(halfHourRules.onGrid, first!.path, `expected the end of a half-hour, got "${first!.end}"`));
  }
  for (const { path, end, at } of more) {
    const text = `expected each half-hour once, got "${end}" beside "${first!.end}"`;
    found.push(breach(at === first!.at ? halfHourRules.once : halfHourRules.apart, path, text));
  }
}

function judgeWholeDay(slots: Map<number, Placed[]>, start: number, path: string, found: RuleProblem[]): void {
  const missing = Array.from({ length: 48 }, (_, i) => i + 1).filter((slot) => !slots.has(slot));
  if (missing.length === 0) return;
  const timeOf = (slot: number) => wireTime(new Date(start + slot * halfHour)).slice(11, 16);
  const [first, last] = [missing[0]!, missing.at(-1)!];
  const run = last - first + 1 === missing.length;
  const shared = run && ((first === 47 && last === 48) || (first === 1 && last === 46));
  // In summer the local day begins with the half-hour that ends at 23:30 UTC.
  if (shared && settlementPeriodOf(wireTime(new Date(start + 47 * halfHour))).period === 1) return;
  const which = missing.length === 1 ? timeOf(first) : `${timeOf(first)} … ${timeOf(last)}`;
  const text = `expected 48 half-hours, got ${48 - missing.length}: without ${which}`;
  found.push(breach(halfHourRules.wholeDay, path, text));
}
