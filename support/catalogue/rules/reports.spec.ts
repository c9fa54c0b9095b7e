import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reportProblems } from '.';
import { settlementPeriodsOf } from '../half-hour';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const broken = (report: unknown) => reportProblems(report).map(({ rule }) => rule);

/** REP-002B of one tariff. */
const tariffs = (settlementDate: string, periods: readonly number[]) => ({
  R002: { settlementDate, settlementCode: 'SF', runNumber: 1 },
  'REP002B-R009': [
    {
      R009: { supplierMPID: 'SUPA' },
      'REP002B-R010': [{ 'REP002B-R011': periods.map((p) => ({ settlementPeriod: p })) }],
    },
  ],
});
const list = 'REP002B-R009[0].REP002B-R010[0].REP002B-R011';

test('a report has the Settlement Periods of its local day: 46, 48 or 50', () => {
  for (const [date, count] of [
    ['2027-03-28', 46],
    ['2027-06-22', 48],
    ['2027-10-31', 50],
  ] as const) {
    assert.deepEqual(broken(tariffs(date, numbers(count))), [], date);
    assert.deepEqual(broken(tariffs(date, numbers(count - 2))), ['settlement-periods-of-a-whole-day'], date);
    assert.deepEqual(broken(tariffs(date, numbers(count + 1))), ['settlement-period-exists'], date);
  }
});

test('a period of any day is found when it is missing, stands twice or is too high', () => {
  const date = fc
    .integer({ min: 0, max: 1460 })
    .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 46 }), (settlementDate, period) => {
      const all = numbers(settlementPeriodsOf(settlementDate));
      assert.deepEqual(broken(tariffs(settlementDate, all)), []);
      assert.deepEqual(
        broken(
          tariffs(
            settlementDate,
            all.filter((one) => one !== period),
          ),
        ),
        ['settlement-periods-of-a-whole-day'],
      );
      const twice = reportProblems(tariffs(settlementDate, [...all, period]));
      assert.deepEqual(
        twice.map(({ rule, path }) => `${rule} ${path}`),
        [`settlement-period-once ${list}[${all.length}]`],
      );
    }),
    { numRuns: 50 },
  );
});

test('rows with a Settlement Date of their own are counted by it', () => {
  const rows = (settlementDate: string, count: number) =>
    numbers(count).map((settlementPeriod) => ({ settlementDate, settlementPeriod }));
  const report = (...of: object[][]) => ({ 'REP003-R015': [{ 'REP003-R018': of.flat() }] });
  assert.deepEqual(broken(report(rows('2027-03-27', 48), rows('2027-03-28', 46))), []);
  assert.deepEqual(broken(report(rows('2027-03-27', 48), rows('2027-03-28', 47))), ['settlement-period-exists']);
});

test('lists of some periods, or of several MPANs, need not hold the whole day', () => {
  const R002 = { settlementDate: '2027-03-28' };
  assert.deepEqual(broken({ R002, 'REP003-R022': [{ SettlementPeriod: 46 }] }), []);
  assert.deepEqual(broken({ R002, 'REP003-R022': [{ SettlementPeriod: 47 }] }), ['settlement-period-exists']);
  const rows = [{ MPANCore: '1', settlementPeriodID: 5 }];
  assert.deepEqual(broken({ R002, 'REP009-R068': [...rows, ...rows] }), []);
});

test('dates exist', () => {
  assert.deepEqual(broken({ R002: { settlementDate: '2028-02-29' }, invoiceDate: null }), []);
  assert.deepEqual(
    reportProblems({ R002: { settlementDate: '2027-02-29' }, 'R900-03': [{ taxPointDate: '2027-1-011' }] }).map(
      ({ path, rule }) => `${rule} ${path}`,
    ),
    ['date-exists R002.settlementDate', 'date-exists R900-03[0].taxPointDate'],
  );
  // Nothing can be said of the periods of a day that does not exist.
  assert.deepEqual(broken(tariffs('2027-02-30', [51])), ['date-exists']);
});

test('what is no report breaks nothing', () => {
  for (const value of [null, 'x', [], 1, {}]) assert.deepEqual(broken(value), []);
});
