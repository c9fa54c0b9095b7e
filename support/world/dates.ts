import { DateTime } from 'luxon';
import { errorsOf, worldErrors } from '../errors';

const raise = errorsOf(worldErrors);
const zone = 'Europe/London';

/** Local dates of a scenario that a step names: the Supply Start Date and the day on which the scenario plays. */
export interface Days {
  /** YYYY-MM-DD. */
  ssd: string;
  /** The day that MPAN has reached when the scenario begins; undefined when that is today. */
  today?: string;
}

function iso(date: DateTime): string {
  return date.toISODate()!;
}

const changes: Record<string, number> = { spring: 3, autumn: 10 };

/** The last Sunday of that month: at one o'clock UTC the clocks change. */
function lastSunday(year: number, month: number): DateTime {
  const last = DateTime.fromObject({ year, month }, { zone }).endOf('month').startOf('day');
  return last.minus({ days: last.weekday % 7 });
}

/**
 * The next day of that name that lies more than ten days ahead: "22 June", "spring clock change". An act reaches it, or a
 * day before it, and the scenario must play in the future.
 */
function nextNamed(name: string, today: DateTime): DateTime | undefined {
  const [, season] = /^(spring|autumn) clock change$/.exec(name) ?? [];
  // 29 February may be eight years away.
  return Array.from({ length: 9 }, (_, n) => today.year + n)
    .map((year) =>
      season
        ? lastSunday(year, changes[season]!)
        : DateTime.fromFormat(`${name} ${year}`, 'd MMMM yyyy', { zone, locale: 'en-GB' }),
    )
    .find((day) => day.isValid && day.diff(today, 'days').days > 10);
}

/** "10 days ahead", "on the next 22 June", "on the next spring clock change": ten days after the day that the scenario plays. */
export function daysOfWords(words: string, now: Date): Days {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const ahead = /^(\d+) days ahead$/.exec(words);
  if (ahead) return { ssd: iso(today.plus({ days: Number(ahead[1]) })) };
  const named = /^on the next (\d{1,2} [A-Z][a-z]+|(?:spring|autumn) clock change)$/.exec(words);
  const ssd = named ? nextNamed(named[1]!, today) : undefined;
  if (!ssd) {
    const fix = 'Write "10 days ahead", "on the next 22 June" or "on the next spring clock change".';
    throw raise('STEP_WORDS_UNKNOWN', { problem: `"${words}" is not a day`, fix });
  }
  return { ssd: iso(ssd), today: iso(ssd.minus({ days: 10 })) };
}

/** The local date that "today", "10 days ahead", "3 days ago" and "on the next 22 June" name; undefined for other words. */
export function dateOfWords(words: string, now: Date): string | undefined {
  if (words.startsWith('on the next ')) return daysOfWords(words, now).ssd;
  const [, days, side] = /^(\d+) days? (ahead|ago)$/.exec(words) ?? [];
  if (words !== 'today' && !days) return undefined;
  const distance = Number(days ?? 0) * (side === 'ago' ? -1 : 1);
  return iso(DateTime.fromJSDate(now, { zone }).startOf('day').plus({ days: distance }));
}

/** A local date some days after another, or before it. */
export function daysAfter(date: string, days: number): string {
  return iso(DateTime.fromISO(date, { zone }).plus({ days }));
}
