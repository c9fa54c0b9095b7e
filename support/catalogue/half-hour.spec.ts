import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { halfHour, halfHourEndOf, halfHoursOfUtcDay, settlementPeriodOf, settlementPeriodsOf } from './half-hour';
import { instant, wireTime } from './time';

const day = 24 * 3_600_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
// From 1996 on, when Great Britain changes its clocks on the dates of today.
const dates = fc.integer({ min: Date.UTC(1996, 0, 1) / day, max: Date.UTC(2099, 11, 31) / day }).map((n) => n * day);
const lastSunday = (year: number, month: number) => {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return last.getTime() - last.getUTCDay() * day;
};

test('a UTC day has 48 half-hours, stamped by their end', () => {
  const ends = halfHoursOfUtcDay('2027-03-28');
  assert.equal(ends.length, 48);
  assert.deepEqual(
    [ends[0], ends[1], ends[47]],
    ['2027-03-28T00:30:00+00:00', '2027-03-28T01:00:00+00:00', '2027-03-29T00:00:00+00:00'],
  );
  for (const date of ['2027-02-29', '2027-3-1', '']) {
    assert.throws(() => halfHoursOfUtcDay(date), { code: 'DATE_NOT_REAL' });
  }
});

test('a local day has 48 Settlement Periods, 46 in spring and 50 in autumn', () => {
  assert.deepEqual(['2027-03-27', '2027-03-28', '2027-10-31'].map(settlementPeriodsOf), [48, 46, 50]);
  fc.assert(
    fc.property(dates, (at) => {
      const year = new Date(at).getUTCFullYear();
      const expected = at === lastSunday(year, 2) ? 46 : at === lastSunday(year, 9) ? 50 : 48;
      assert.equal(settlementPeriodsOf(dayOf(at)), expected);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1996, max: 2099 }), (year) => {
      assert.equal(settlementPeriodsOf(dayOf(lastSunday(year, 2))), 46);
      assert.equal(settlementPeriodsOf(dayOf(lastSunday(year, 9))), 50);
    }),
  );
});

test('a summer Settlement Date takes its first two periods from the UTC day before', () => {
  assert.deepEqual(settlementPeriodOf('2027-06-21T23:30:00+00:00'), { settlementDate: '2027-06-22', period: 1 });
  assert.deepEqual(settlementPeriodOf('2027-06-22T00:00:00+00:00'), { settlementDate: '2027-06-22', period: 2 });
  assert.deepEqual(settlementPeriodOf('2027-06-21T23:00:00+00:00'), { settlementDate: '2027-06-21', period: 48 });
  assert.deepEqual(settlementPeriodOf('2027-12-22T00:00:00+00:00'), { settlementDate: '2027-12-21', period: 48 });
  assert.equal(halfHourEndOf({ settlementDate: '2027-06-22', period: 1 }), '2027-06-21T23:30:00+00:00');
  // The hour that comes twice in autumn is told apart; the one that never comes in spring is not counted.
  assert.deepEqual(settlementPeriodOf('2027-10-31T01:30:00+01:00'), { settlementDate: '2027-10-31', period: 3 });
  assert.deepEqual(settlementPeriodOf('2027-10-31T01:30:00+00:00'), { settlementDate: '2027-10-31', period: 5 });
  assert.deepEqual(settlementPeriodOf('2027-03-28T02:30:00+01:00'), { settlementDate: '2027-03-28', period: 3 });
});

test('each half-hour is one Settlement Period and back again, on any day and on those of the clock change', () => {
  const changes = fc
    .tuple(fc.integer({ min: 1996, max: 2099 }), fc.constantFrom(2, 9), fc.integer({ min: -1, max: 1 }))
    .map(([year, month, shift]) => lastSunday(year, month) + shift * day);
  fc.assert(
    fc.property(fc.oneof(dates, changes), fc.integer({ min: 1, max: 48 }), (at, n) => {
      const end = wireTime(new Date(at + n * halfHour));
      const period = settlementPeriodOf(end);
      assert.equal(halfHourEndOf(period), end);
      assert.ok(period.period <= settlementPeriodsOf(period.settlementDate));
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.oneof(dates, changes), (at) => {
      const settlementDate = dayOf(at);
      const ends = Array.from({ length: settlementPeriodsOf(settlementDate) }, (_, i) => {
        const end = halfHourEndOf({ settlementDate, period: i + 1 });
        assert.deepEqual(settlementPeriodOf(end), { settlementDate, period: i + 1 });
        return instant(end)!;
      });
      for (const [i, end] of ends.entries()) assert.equal(end, ends[0]! + i * halfHour);
      // The next local day begins where this one ends.
      assert.equal(instant(halfHourEndOf({ settlementDate: dayOf(at + day), period: 1 })), ends.at(-1)! + halfHour);
    }),
    { numRuns: 40 },
  );
});

test('what is no half-hour, no date and no period of its date is refused', () => {
  for (const value of ['2027-06-22T00:17:00+00:00', '2027-06-22T00:30:01+00:00', '2027-06-22', '']) {
    assert.throws(() => settlementPeriodOf(value), { code: 'HALF_HOUR_NOT_REAL' }, value);
  }
  const settlementDate = '2027-03-28';
  for (const period of [0, 47, 1.5, Number.NaN]) {
    assert.throws(() => halfHourEndOf({ settlementDate, period }), { code: 'SETTLEMENT_PERIOD_NOT_REAL' });
  }
  assert.throws(() => halfHourEndOf({ settlementDate: '2027-02-30', period: 1 }), { code: 'DATE_NOT_REAL' });
  assert.throws(() => settlementPeriodsOf('28/03/2027'), { code: 'DATE_NOT_REAL' });
  for (const date of ['2027-W13-7', '20270328', '2027-03', '2027-087']) {
    assert.throws(() => settlementPeriodsOf(date), { code: 'DATE_NOT_REAL' }, date);
  }
});
