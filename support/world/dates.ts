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

/** "10 days ahead" and "on the next 22 June" (ten days after the day on which the scenario plays). */
export function daysOfWords(words: string, now: Date): Days {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const ahead = /^(\d+) days ahead$/.exec(words);
  if (ahead) return { ssd: iso(today.plus({ days: Number(ahead[1]) })) };
  const named = /^on the next (\d{1,2} [A-Z][a-z]+)$/.exec(words);
  // The day is reached by an act; it must lie ahead far enough that the scenario plays in the future. 29 February may
  // be eight years away.
  const years = named ? Array.from({ length: 9 }, (_, n) => today.year + n) : [];
  const ssd = years
    .map((year) => DateTime.fromFormat(`${named![1]} ${year}`, 'd MMMM yyyy', { zone, locale: 'en-GB' }))
    .find((day) => day.isValid && day.diff(today, 'days').days > 10);
  if (!ssd) {
    const fix = 'Write "10 days ahead" or "on the next 22 June".';
    throw raise('STEP_WORDS_UNKNOWN', { problem: `"${words}" is not a day`, fix });
  }
  return { ssd: iso(ssd), today: iso(ssd.minus({ days: 10 })) };
}

/** The local date that "today", "10 days ahead" and "3 days ago" name; undefined where the words name none. */
export function dateOfWords(words: string, now: Date): string | undefined {
  const [, days, side] = /^(\d+) days? (ahead|ago)$/.exec(words) ?? [];
  if (words !== 'today' && !days) return undefined;
  const distance = Number(days ?? 0) * (side === 'ago' ? -1 : 1);
  return iso(DateTime.fromJSDate(now, { zone }).startOf('day').plus({ days: distance }));
}

/** A local date some days after another, or before it. */
export function daysAfter(date: string, days: number): string {
  return iso(DateTime.fromISO(date, { zone }).plus({ days }));
}
