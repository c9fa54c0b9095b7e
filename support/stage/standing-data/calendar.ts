import { z } from 'zod';
import type { BankHoliday, WorkingDays } from '../../catalogue';
import { day, name } from './fields';

const holidays = z.array(z.strictObject({ date: day, name }));

/** Bank holidays, and the years of which all of them are known. */
export const workingDays = z
  .strictObject({
    from: day.refine((date) => date.endsWith('-01-01'), 'expected the first day of a year'),
    to: day.refine((date) => date.endsWith('-12-31'), 'expected the last day of a year'),
    bankHolidays: z.strictObject({ englandAndWales: holidays, scotland: holidays }),
  })
  .superRefine((calendar, context) => {
    if (calendar.to < calendar.from) {
      context.addIssue({ code: 'custom', path: ['to'], message: `expected no day before "from", ${calendar.from}` });
    }
    for (const country of ['englandAndWales', 'scotland'] as const) {
      const list = calendar.bankHolidays[country];
      const place = ['bankHolidays', country];
      for (const [index, holiday] of list.entries()) {
        const message = wrongWith(holiday, calendar) ?? twice(list, index);
        if (message) context.addIssue({ code: 'custom', path: [...place, index, 'date'], message });
      }
      for (const year of yearsOf(calendar)) {
        if (list.some(({ date }) => date.startsWith(year))) continue;
        context.addIssue({ code: 'custom', path: place, message: `expected the bank holidays of ${year}` });
      }
    }
  });

function wrongWith({ date }: BankHoliday, { from, to }: WorkingDays): string | undefined {
  if (date < from || date > to) return `expected a date from ${from} to ${to}`;
  const weekday = new Date(date).getUTCDay();
  return weekday === 0 || weekday === 6
    ? 'expected a day from Monday to Friday, such as the substitute day'
    : undefined;
}

function twice(list: readonly BankHoliday[], index: number): string | undefined {
  const before = list.findIndex(({ date }) => date === list[index]!.date);
  return before < index ? `expected each date once; item ${before} has it, too` : undefined;
}

function yearsOf({ from, to }: WorkingDays): string[] {
  const first = Number(from.slice(0, 4));
  const count = Math.max(0, Number(to.slice(0, 4)) - first + 1);
  return Array.from({ length: count }, (_, i) => String(first + i));
}
