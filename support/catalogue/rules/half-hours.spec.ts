import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ruleProblems, type RuleMessage } from '.';
import { halfHoursOfUtcDay } from '../half-hour';
import { consumption, messageOf, withSet } from './rules.fixture';

const day = '2027-06-22';
const ends = halfHoursOfUtcDay(day);
const settlementDay = (date: string) => ({ settlementDayDate: `${date}T00:00:00+00:00`, periodDuration: 30 });
const broken = (message: RuleMessage) => ruleProblems(message).map(({ rule }) => rule);
const active = (sp: string) => ({ sp, v: '1.000', q: 'A', e: null, arc: null });

/** IF-021 of several days, each with its half-hours. */
const days = (...given: [date: string, ends: readonly string[]][]): RuleMessage =>
  withSet(
    consumption(),
    'CustomBlock.B900.settlementDayConsumptionPeriods',
    given.map(([date, sps]) => ({ settlementDay: settlementDay(date), consumptionPeriods: sps.map(active) })),
  );

test('48 half-hours are good in any order, on any date, of any number of days', () => {
  const date = fc
    .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2040, 0, 1) / 86_400_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.uniqueArray(date, { minLength: 1, maxLength: 3 }), fc.boolean(), (dates, reversed) => {
      const given = dates.map((one): [string, string[]] => [one, halfHoursOfUtcDay(one)]);
      if (reversed) for (const [, sps] of given) sps.reverse();
      assert.deepEqual(broken(days(...given)), []);
    }),
  );
});

test('a half-hour too few, too many, off the grid or of another day is found at its place', () => {
  const index = fc.integer({ min: 0, max: 47 });
  const path = 'CustomBlock.B900.settlementDayConsumptionPeriods[0].consumptionPeriods';
  const found = (sps: readonly string[]) => ruleProblems(days([day, sps])).map(({ rule, path: at }) => `${rule} ${at}`);
  fc.assert(
    fc.property(index, (i) => {
      assert.deepEqual(found(ends.toSpliced(i, 1)), [`half-hours-of-a-whole-day ${path}`]);
      assert.deepEqual(found([...ends, ends[i]!]), [`half-hour-once ${path}[48].sp`]);
      const off = ends[i]!.replace(/:(0|3)0:00\+/, ':$17:00+');
      const rules = found(ends.with(i, off)).map((text) => text.split(' ')[0]);
      // It overlaps the next half-hour and leaves its own place empty; after the last one it is of the next day.
      const expected = i === 47 ? ['half-hour-ends-on-the-half-hour', 'half-hour-in-its-day'] : ['half-hours-apart'];
      assert.deepEqual(rules, [...expected, 'half-hours-of-a-whole-day']);
    }),
  );
});

test('a day built from the local day of summer, or stamped by the start of its half-hours, is found', () => {
  const local = [...halfHoursOfUtcDay('2027-06-21').slice(46), ...ends.slice(0, 46)];
  assert.deepEqual(broken(days([day, local])), ['half-hour-in-its-day', 'half-hour-in-its-day']);
  const starts = [`${day}T00:00:00+00:00`, ...ends.slice(0, 47)];
  assert.deepEqual(broken(days([day, starts])), ['half-hour-in-its-day', 'half-hours-of-a-whole-day']);
  const dated = withSet(
    days([day, local]),
    'CustomBlock.B900.settlementDayConsumptionPeriods[0].settlementDay.settlementDayDate',
    '2027-06-21T23:00:00+00:00',
  );
  assert.deepEqual(broken(dated), ['settlement-day-at-utc-midnight']);
});

test('46 and 2 half-hours are good where the local day begins at 23:00 UTC, and only there', () => {
  const [outgoing, incoming] = [ends.slice(0, 46), ends.slice(46)];
  assert.deepEqual(broken(days([day, outgoing], ['2027-06-21', halfHoursOfUtcDay('2027-06-21').slice(46)])), []);
  assert.deepEqual(broken(days([day, incoming])), []);
  const winter = halfHoursOfUtcDay('2027-12-22');
  for (const part of [winter.slice(0, 46), winter.slice(46)]) {
    assert.deepEqual(broken(days(['2027-12-22', part])), ['half-hours-of-a-whole-day']);
  }
  const hole = ends.toSpliced(10, 2);
  assert.deepEqual(broken(days([day, hole])), ['half-hours-of-a-whole-day']);
});

test('one day in two places is one day', () => {
  assert.deepEqual(broken(days([day, ends.slice(0, 20)], [day, ends.slice(20)])), []);
  assert.deepEqual(broken(days([day, ends], [day, ends.slice(0, 1)])), ['half-hour-once']);
});

const sp = (end: string) => ({ sp: end });
const defaulted = (end: string) => ({ settlementPeriodEffectiveToDateTime: end });
const shape = (sps: readonly string[], group: string) => ({
  LSGroup: { loadShapeGSPGroupID: group },
  LSGroupSettlementPeriods: sps.map(sp),
});

/** The same half-hours as each interface holds them, and where the second of them stands. */
const holders: [label: string, custom: (sps: readonly string[]) => object, second: string, whole: boolean][] = [
  [
    'IF-013 [ActivePowerDefaulted]',
    (sps) => ({
      B920List: [
        {
          settlementDayConsumptionPeriods: [
            { settlementDay: settlementDay(day), defaultedConsumptionPeriods: sps.map(defaulted) },
          ],
        },
      ],
    }),
    'B920List[0].settlementDayConsumptionPeriods[0].defaultedConsumptionPeriods[1].settlementPeriodEffectiveToDateTime',
    false,
  ],
  [
    'IF-064 [MDRConsumption]',
    (sps) => ({ B941List: [{ settlementDay: settlementDay(day), MDRConsumptionPeriods: sps.map(sp) }] }),
    'B941List[0].MDRConsumptionPeriods[1].sp',
    true,
  ],
  [
    'IF-022 [LSSPeriodData]',
    (sps) => ({
      B903List: [
        { settlementDay: settlementDay(day), LSGSettlementPeriods: [shape(sps, '_A'), shape(ends, '_B')] },
        {},
        { settlementDay: settlementDay(day), LSGSettlementPeriods: [{}] },
      ],
    }),
    'B903List[0].LSGSettlementPeriods[0].LSGroupSettlementPeriods[1].sp',
    true,
  ],
];

for (const [label, custom, second, whole] of holders) {
  test(`${label}: its half-hours are read`, () => {
    const of = (sps: readonly string[]) => ruleProblems(messageOf(label, custom(sps)));
    assert.deepEqual(of(ends), []);
    assert.deepEqual(
      of(ends.with(1, `${day}T00:30:00+00:00`))
        .filter(({ rule }) => rule === 'half-hour-once')
        .map(({ path }) => path),
      [`CustomBlock.${second}`],
    );
    assert.equal(of(ends.slice(5)).length, whole ? 1 : 0);
  });
}
