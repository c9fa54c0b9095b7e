import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settlementDay, utcDay } from './calendar';
import { settlementDayProfile, type Use, utcDayProfile } from './profile';
import { drawOf } from './random';

const home: Use = { segment: 'S', direction: 'I', annual: 2700 };
const panels: Use = { ...home, direction: 'E' };
const of = (use: Use, date: string, seed = 1) => utcDayProfile(use, date, drawOf(seed, date));
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
/** Average of the half-hours that begin at these hours, in UTC. */
const between = (values: readonly number[], from: number, to: number) =>
  sum(values.slice(from * 2, to * 2)) / ((to - from) * 2);

test('a UTC day always has 48 half-hours, a local date 46, 48 or 50', () => {
  for (const date of ['2027-03-28', '2027-06-22', '2027-10-31', '2028-02-29']) assert.equal(utcDay(date).length, 48);
  const lengths = ['2027-03-28', '2027-06-22', '2027-10-31'].map((date) => settlementDay(date).length);
  assert.deepEqual(lengths, [46, 48, 50]);
  assert.equal(settlementDayProfile(home, '2027-03-28', drawOf(1, '')).length, 46);
});

test('hours are those of the clock on the wall: an hour before noon in UTC is noon in summer', () => {
  assert.equal(Math.floor(utcDay('2027-06-22')[22]!.hour), 12);
  assert.equal(Math.floor(utcDay('2027-12-22')[22]!.hour), 11);
  // After the clocks went forward at one, the third half-hour of the day is past two.
  assert.equal(Math.floor(settlementDay('2027-03-28')[2]!.hour), 2);
});

test('a home sleeps at night, wakes in the morning and cooks in the evening; its weekend begins later', () => {
  for (const seed of [1, 2, 3]) {
    const [monday, sunday] = [of(home, '2027-01-11', seed), of(home, '2027-01-10', seed)];
    const [night, morning, midday, evening] = [
      [1, 5],
      [7, 9],
      [10, 12],
      [17, 20],
    ].map(([a, b]) => between(monday, a!, b!));
    assert.ok(night! < midday! && midday! < morning! && morning! < evening!);
    assert.ok(between(sunday, 7, 8) < between(monday, 7, 8) && between(sunday, 10, 12) > midday!);
  }
});

test('a year of days comes to about what a year uses', () => {
  const dates = Array.from({ length: 73 }, (_, i) => new Date(Date.UTC(2027, 0, 1 + 5 * i)).toISOString().slice(0, 10));
  for (const use of [home, panels, { ...home, segment: 'A' }, { ...home, segment: 'U' }] as const) {
    const year = dates.reduce((total, date) => total + sum(of(use, date)) * 5, 0) / 1000;
    assert.ok(year > use.annual * 0.6 && year < use.annual * 1.5, `${use.segment} ${use.direction} ${year}`);
  }
});

test('panels export by daylight only, and more in summer; street lamps burn in the dark', () => {
  const [summer, winter] = [of(panels, '2027-06-22'), of(panels, '2027-12-22')];
  for (const day of [summer, winter]) assert.equal(between(day, 0, 3) + between(day, 22, 24), 0);
  assert.ok(between(winter, 11, 13) > 0 && sum(summer) > 3 * sum(winter));
  const lamps = of({ ...home, segment: 'U' }, '2027-12-22');
  assert.ok(between(lamps, 11, 13) === 0 && between(lamps, 0, 3) > 0);
});

test('values are whole watt-hours, and another seed gives others', () => {
  assert.ok(of(home, '2027-06-22').every(Number.isSafeInteger));
  assert.notDeepEqual(of(home, '2027-06-22', 1), of(home, '2027-06-22', 2));
});
