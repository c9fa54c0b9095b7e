import { catalogueErrors, errorsOf } from '../../errors';
import { instant } from '../time';
import { inForce } from './look-ups';
import type { Country, StandingData } from './types';

const raise = errorsOf(catalogueErrors);

const dayMs = 86_400_000;
const names: Record<Country, string> = { englandAndWales: 'England and Wales', scotland: 'Scotland' };
const scottishGroups = ['_N', '_P'];

type Calendar = Pick<StandingData, 'workingDays'>;

/** Whose bank holidays count for an MPAN, by its GSP Group: Scotland's for _N and _P. */
export function countryOf(gspGroup: string): Country {
  return scottishGroups.includes(gspGroup) ? 'scotland' : 'englandAndWales';
}

/**
 * Whether a local date `YYYY-MM-DD` is neither a Saturday, a Sunday nor a bank holiday.
 * DATE_NOT_REAL; CALENDAR_NOT_COVERED for a date outside the years of which bank holidays are known.
 */
export function isWorkingDay({ workingDays }: Calendar, date: string, country: Country): boolean {
  const weekday = new Date(midnight(date)).getUTCDay();
  const { from, to, bankHolidays } = workingDays;
  if (!inForce(workingDays, date)) throw raise('CALENDAR_NOT_COVERED', { country: names[country], from, to, date });
  return weekday !== 0 && weekday !== 6 && bankHolidays[country].every((holiday) => holiday.date !== date);
}

/**
 * The working day that is so many working days after a local date, or before it where `days` is negative. None at all:
 * the date itself, or the last working day before it. `2026-04-02` and 1 are `2026-04-07` in England and Wales,
 * `2026-04-06` in Scotland. Errors as of isWorkingDay.
 */
export function addWorkingDays(data: Calendar, date: string, days: number, country: Country): string {
  if (days === 0) return isWorkingDay(data, date, country) ? date : addWorkingDays(data, date, -1, country);
  const step = days > 0 ? 1 : -1;
  let day = date;
  for (let left = Math.abs(days); left > 0;) {
    day = new Date(midnight(day) + step * dayMs).toISOString().slice(0, 10);
    if (isWorkingDay(data, day, country)) left -= 1;
  }
  return day;
}

/** The day on which a settlement run is made for a Settlement Date; undefined where no timetable says it. */
export function settlementRunDate(
  data: Pick<StandingData, 'settlementRuns' | 'workingDays'>,
  run: string,
  settlementDate: string,
): string | undefined {
  const found = data.settlementRuns.find((one) => one.run === run && inForce(one, settlementDate));
  return found && addWorkingDays(data, settlementDate, found.workingDays, 'englandAndWales');
}

function midnight(date: string): number {
  const at = instant(`${date}T00:00:00+00:00`);
  if (at === undefined) throw raise('DATE_NOT_REAL', { date });
  return at;
}
