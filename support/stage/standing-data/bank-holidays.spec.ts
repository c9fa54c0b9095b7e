import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addWorkingDays, isWorkingDay, type Country } from '../../catalogue';
import { loadStandingData } from '..';

const expected: Record<Country, string[]> = {
  englandAndWales: [
    ...['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
    ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
    ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
    ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
  ],
  scotland: [
    ...['2025-01-01', '2025-01-02', '2025-04-18', '2025-05-05', '2025-05-26', '2025-08-04', '2025-12-01'],
    ...['2025-12-25', '2025-12-26'],
    ...['2026-01-01', '2026-01-02', '2026-04-03', '2026-05-04', '2026-05-25', '2026-06-15', '2026-08-03', '2026-11-30'],
    ...['2026-12-25', '2026-12-28'],
    ...['2027-01-01', '2027-01-04', '2027-03-26', '2027-05-03', '2027-05-31', '2027-08-02', '2027-11-30'],
    ...['2027-12-27', '2027-12-28'],
    ...['2028-01-03', '2028-01-04', '2028-04-14', '2028-05-01', '2028-05-29', '2028-08-07', '2028-11-30'],
    ...['2028-12-25', '2028-12-26'],
  ],
};

const countries = ['englandAndWales', 'scotland'] as const;

/** Every day of the calendar. */
function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

for (const country of countries) {
  test(`the bank holidays of 2025 to 2028 are right, substitute days among them: ${country}`, async () => {
    const { workingDays } = await loadStandingData();
    const { from, to } = workingDays;
    assert.deepEqual({ from, to }, { from: '2025-01-01', to: '2028-12-31' });
    assert.deepEqual(
      workingDays.bankHolidays[country].map(({ date }) => date),
      expected[country],
    );
  });

  test(`every other weekday is a working day, no other day is: ${country}`, async () => {
    const data = await loadStandingData();
    const all = daysFrom('2025-01-01', '2028-12-31');
    assert.equal(all.length, 4 * 365 + 1);
    const idle = all.filter((date) => !isWorkingDay(data, date, country));
    const weekend = all.filter((date) => /^S/.test(new Date(date).toUTCString()));
    assert.deepEqual(idle, [...weekend, ...expected[country]].sort());
  });

  test(`adding working days lands on one, can be split and leaves none out: ${country}`, async () => {
    const data = await loadStandingData();
    const add = (date: string, days: number) => addWorkingDays(data, date, days, country);
    for (const date of daysFrom('2025-01-10', '2028-12-01')) {
      assert.ok(isWorkingDay(data, add(date, 0), country), date);
      const next = add(date, 1);
      assert.ok(next > date && isWorkingDay(data, next, country), date);
      assert.ok(
        daysFrom(date, next)
          .slice(1, -1)
          .every((between) => !isWorkingDay(data, between, country)),
        date,
      );
      assert.equal(add(next, -1), add(date, 0), date);
      assert.equal(add(add(date, 3), 7), add(date, 10), date);
      assert.equal(add(add(date, 0), 5), add(date, 5), date);
    }
  });
}
