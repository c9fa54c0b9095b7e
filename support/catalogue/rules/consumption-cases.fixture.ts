import { halfHoursOfUtcDay } from '../half-hour';
import { actual, consumption, dayDate, firstHalfHour, periodsPath, withSet, type RuleCase } from './rules.fixture';

const day = '2027-06-22';
const ends = halfHoursOfUtcDay(day);
const whole = consumption();
/** The two half-hours after local midnight in summer. */
const incoming = ends.slice(46);
const dayPath = 'CustomBlock.B900.settlementDayConsumptionPeriods[0].settlementDay.settlementDayDate';
const given = (...sps: string[]) => consumption(sps.map(actual));

export const halfHourCases: RuleCase[] = [
  { rule: 'settlement-day-at-utc-midnight', good: whole, bad: withSet(whole, dayPath, `${day}T01:00:00+00:00`) },
  {
    rule: 'half-hour-ends-on-the-half-hour',
    good: whole,
    bad: withSet(whole, `${periodsPath}[20].sp`, `${day}T10:17:00+00:00`),
  },
  { rule: 'half-hour-once', good: given(...incoming), bad: given(...incoming, incoming[1]!) },
  { rule: 'half-hours-apart', good: given(...incoming), bad: given(...incoming, `${day}T23:45:00+00:00`) },
  { rule: 'half-hour-in-its-day', good: whole, bad: given(...incoming, '2027-06-23T00:30:00+00:00') },
  { rule: 'half-hours-of-a-whole-day', good: given(...ends.slice(0, 46)), bad: given(...ends.slice(0, 45)) },
  {
    rule: 'half-hours-written-in-utc',
    good: whole,
    bad: withSet(whole, `${periodsPath}[0].sp`, `${day}T01:30:00+01:00`),
  },
];

const replay = (codes: object, role: string) => {
  const message = firstHalfHour(codes, 'DIP');
  Object.assign(message.CommonBlock.S0, { interfaceID: 'IF-016' });
  Object.assign(message.CommonBlock, { S2: { senderRoleID: role }, R1: { responseCode: 'A', responseMessages: [] } });
  return message;
};

export const qualityCases: RuleCase[] = [
  { rule: 'consumption-not-negative', good: whole, bad: firstHalfHour({ v: '-0.001' }) },
  { rule: 'consumption-without-minus-zero', good: firstHalfHour({ v: '0.000' }), bad: firstHalfHour({ v: '-0.000' }) },
  {
    rule: 'zero-estimate-is-zero',
    good: firstHalfHour({ q: 'ZE1', e: '2', v: '0.000' }),
    bad: firstHalfHour({ q: 'ZE1', e: '2', v: '0.010' }),
  },
  {
    rule: 'estimate-has-reason',
    good: firstHalfHour({ q: 'E3', e: '2' }),
    bad: firstHalfHour({ q: 'E3', e: null }),
  },
  {
    rule: 'advanced-estimate-has-reason',
    good: firstHalfHour({ q: 'EA13', e: '2' }, 'ADS'),
    bad: firstHalfHour({ q: 'EA13', e: null }, 'ADS'),
  },
  { rule: 'actual-has-no-reason', good: whole, bad: firstHalfHour({ q: 'A', e: '2' }) },
  {
    rule: 'reason-fits-zero-estimate',
    good: firstHalfHour({ q: 'ZE2', e: '5', v: '0.000' }),
    bad: firstHalfHour({ q: 'ZE2', e: '6', v: '0.000' }),
  },
  {
    rule: 'de-energised-estimate-is-zero',
    good: firstHalfHour({ q: 'E7', e: '7', v: '0.000' }),
    bad: firstHalfHour({ q: 'E7', e: '7' }),
  },
  {
    rule: 'disconnected-estimate-is-zero',
    good: firstHalfHour({ q: 'E7', e: '8', v: '0.000' }),
    bad: firstHalfHour({ q: 'E7', e: '8' }),
  },
  {
    rule: 'amendment-has-reason',
    good: firstHalfHour({ q: 'E8', e: '9', arc: 'A' }),
    bad: firstHalfHour({ q: 'E8', e: '9', arc: null }),
  },
  { rule: 'amendment-reason-only-with-amendment', good: whole, bad: firstHalfHour({ q: 'E8', e: '2', arc: 'A' }) },
  {
    rule: 'advanced-quality-of-advanced-service',
    good: replay({ q: 'A2' }, 'ADS'),
    bad: replay({ q: 'A2' }, 'SDS'),
  },
  {
    rule: 'quality-fits-data-service',
    good: firstHalfHour({ q: 'E', e: '2' }, 'UMSDS'),
    bad: firstHalfHour({ q: 'E4', e: '2' }, 'UMSDS'),
  },
];

const quantity = 'CustomBlock.B900.MQID.measurementQuantityID';
const connected = 'CustomBlock.B067.connectionTypeEffectiveFromDate';

export const consumptionCases: RuleCase[] = [
  { rule: 'quantity-fits-event', good: withSet(whole, quantity, 'AE'), bad: withSet(whole, quantity, 'RI') },
  {
    rule: 'half-hour-not-before-connection-type',
    good: withSet(whole, connected, dayDate),
    bad: withSet(whole, connected, `${day}T00:45:00+00:00`),
  },
];
