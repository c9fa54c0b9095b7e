import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addWorkingDays, countryOf, isWorkingDay, settlementRunDate } from '..';

// Thursday 1 and Friday 2 January 2026; Scotland has both as bank holidays.
const data = {
  workingDays: {
    from: '2026-01-01',
    to: '2026-12-31',
    bankHolidays: {
      englandAndWales: [{ date: '2026-01-01', name: "New Year's Day" }],
      scotland: [
        { date: '2026-01-01', name: "New Year's Day" },
        { date: '2026-01-02', name: '2 January' },
      ],
    },
  },
};

test('a working day is none of Saturday, Sunday and the bank holidays of the country', () => {
  const week = ['01', '02', '03', '04', '05'].map((day) => `2026-01-${day}`);
  assert.deepEqual(
    week.map((date) => isWorkingDay(data, date, 'englandAndWales')),
    [false, true, false, false, true],
  );
  assert.deepEqual(
    week.map((date) => isWorkingDay(data, date, 'scotland')),
    [false, false, false, false, true],
  );
});

test('working days are counted onward and back; none is the day itself or the last one before', () => {
  const add = (date: string, days: number) => addWorkingDays(data, date, days, 'englandAndWales');
  assert.equal(add('2026-01-02', 1), '2026-01-05');
  assert.equal(add('2026-01-03', 1), '2026-01-05');
  assert.equal(add('2026-01-02', 6), '2026-01-12');
  assert.equal(add('2026-01-02', 0), '2026-01-02');
  assert.equal(add('2026-01-04', 0), '2026-01-02');
  assert.equal(add('2026-01-04', -1), '2026-01-02');
  assert.equal(add('2026-01-12', -5), '2026-01-05');
  assert.equal(addWorkingDays(data, '2026-01-01', 1, 'scotland'), '2026-01-05');
  // The days on which clocks change are days like others.
  assert.equal(add('2026-03-27', 1), '2026-03-30');
  assert.equal(add('2026-10-23', 1), '2026-10-26');
});

test('nothing is guessed about years whose bank holidays are not known', () => {
  const unknown = { code: 'CALENDAR_NOT_COVERED', message: /Scotland are known from 2026-01-01 .*; 2027-01-01 lies/ };
  assert.throws(() => addWorkingDays(data, '2026-12-31', 1, 'scotland'), unknown);
  assert.throws(() => isWorkingDay(data, '2025-12-31', 'scotland'), { code: 'CALENDAR_NOT_COVERED' });
  for (const date of ['2026-02-30', '2026-1-5', 'tomorrow', '2026-01-05T00:00:00Z']) {
    assert.throws(() => isWorkingDay(data, date, 'scotland'), { code: 'DATE_NOT_REAL' }, date);
  }
});

test('the GSP Groups _N and _P are Scotland', () => {
  const groups = [...'ABCDEFGHJKLMNP'].map((letter) => `_${letter}`);
  assert.deepEqual(
    groups.filter((group) => countryOf(group) === 'scotland'),
    ['_N', '_P'],
  );
});

test('a run is made so many working days of England and Wales after the Settlement Date', () => {
  const runs = { ...data, settlementRuns: [{ run: 'SF', workingDays: 2, from: '2026-01-01', to: '2026-06-30' }] };
  assert.equal(settlementRunDate(runs, 'SF', '2026-01-01'), '2026-01-05');
  assert.equal(settlementRunDate(runs, 'SF', '2026-07-01'), undefined);
  assert.equal(settlementRunDate(runs, 'RF', '2026-01-01'), undefined);
});
