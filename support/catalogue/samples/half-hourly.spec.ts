import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instant, unpackReport } from '..';
import { type SampleOptions, sampleMessage, sampleReport } from '../sample';

interface Period {
  sp: string;
  v: string;
}
interface Day {
  settlementDay: { settlementDayDate: string };
  consumptionPeriods: Period[];
}

const seeded = (id: string, event: string, o: SampleOptions = {}) => sampleMessage(id, event, { seed: 7, ...o });
/** Blocks of a sample as the test wants to read them. */
const custom = <T>(id: string, event: string, o: SampleOptions = {}) =>
  seeded(id, event, o).CustomBlock as unknown as T;

describe('half-hourly data', () => {
  test('a UTC day: dated at its beginning, 48 half-hours stamped by their end, also when the clocks change', () => {
    for (const date of ['2027-03-28', '2027-06-22', '2027-10-31']) {
      const at = new Date(Date.parse(`${date}T06:00:00Z`) + 86_400_000);
      const { B900 } = custom<{ B900: { settlementDayConsumptionPeriods: [Day] } }>('IF-021', 'ActivePower', { at });
      const [day] = B900.settlementDayConsumptionPeriods;
      const midnight = Date.parse(`${date}T00:00:00Z`);
      assert.equal(day.settlementDay.settlementDayDate, `${date}T00:00:00+00:00`);
      const ends = day.consumptionPeriods.map(({ sp }) => instant(sp));
      assert.deepEqual(
        ends,
        Array.from({ length: 48 }, (_, i) => midnight + (i + 1) * 1_800_000),
      );
      assert.ok(day.consumptionPeriods.every(({ sp, v }) => sp.endsWith('+00:00') && /^\d+\.\d{3}$/.test(v)));
    }
  });

  test('totals of a load shape are those of its half-hours', () => {
    interface Shapes {
      B903List: [{ LSGSettlementPeriods: [{ LSGroupSettlementPeriods: { loadShapePeriodValue: string }[] }] }];
    }
    interface Totals {
      B912List: [{ LSGTotals: [{ LSTTotals: [Record<string, string>] }] }];
    }
    const [{ LSGroupSettlementPeriods: periods }] = custom<Shapes>('IF-022', 'LSSPeriodData').B903List[0]
      .LSGSettlementPeriods;
    const [totals] = custom<Totals>('IF-023', 'LSSTotalsData').B912List[0].LSGTotals[0].LSTTotals;
    const wattHours = (text: string | undefined) => Math.round(Number(text) * 1000);
    const sum = (from: number, to: number) =>
      periods.slice(from, to).reduce((so, { loadShapePeriodValue }) => so + wattHours(loadShapePeriodValue), 0);
    assert.equal(wattHours(totals.loadShapeDayTotal), sum(0, 48));
    assert.equal(wattHours(totals.loadShapeDayOffPeakTotal), sum(0, 14));
    assert.equal(wattHours(totals.loadShapeDayPeakTotal), sum(14, 48));
  });

  test('the quantity is that of the MPAN', () => {
    const quantity = (event: string, seed: number) =>
      custom<{ B900: { MQID: { measurementQuantityID: string } } }>('IF-021', event, { seed }).B900.MQID
        .measurementQuantityID;
    const seeds = Array.from({ length: 30 }, (_, seed) => seed);
    assert.deepEqual([...new Set(seeds.map((seed) => quantity('ActivePower', seed)))].sort(), ['AE', 'AI']);
    assert.deepEqual([...new Set(seeds.map((seed) => quantity('ReactivePower', seed)))].sort(), ['RE', 'RI']);
  });
});

describe('reports', () => {
  const event = 'SupplierDeemedTakeReport';
  interface Content {
    R002: { settlementDate: string; settlementCode: string };
    'REP004-R009': {
      'REP004-R026': { SettlementPeriod: number; supplierDeemedTake: string }[];
      'REP004-R025': [{ dailySupplierDeemedTakeforSettlementDay: string }];
    };
  }

  test('a report packs what sampleReport says, and leaves the shape of it out', () => {
    const { CustomBlock } = seeded('REP-004', event, { full: true });
    assert.deepEqual(Object.keys(CustomBlock!), ['P03']);
    assert.deepEqual(unpackReport(CustomBlock!.P03!), sampleReport('REP-004', event, { seed: 7 }));
    assert.equal(sampleReport('IF-031', 'MSApp'), undefined);
  });

  test('it counts the Settlement Periods of a local date, and they add up', () => {
    for (const [date, periods] of [
      ['2027-03-28', 46],
      ['2027-06-22', 48],
      ['2027-10-31', 50],
    ] as const) {
      const at = new Date(Date.parse(`${date}T06:00:00Z`) + 86_400_000);
      const content = sampleReport('REP-004', event, { seed: 7, at }) as Content;
      const { 'REP004-R026': rows, 'REP004-R025': total } = content['REP004-R009'];
      assert.equal(content.R002.settlementDate, date);
      assert.deepEqual(
        rows.map((row) => row.SettlementPeriod),
        Array.from({ length: periods }, (_, i) => i + 1),
      );
      const sum = rows.reduce((so, { supplierDeemedTake }) => so + Math.round(Number(supplierDeemedTake) * 1e6), 0);
      assert.equal(Math.round(Number(total[0].dailySupplierDeemedTakeforSettlementDay) * 1e6), sum);
    }
  });

  test('paths of a report can be set', () => {
    const content = sampleReport('REP-004', event, { set: { 'R002.settlementCode': 'DF' } }) as Content;
    assert.equal(content.R002.settlementCode, 'DF');
  });
});
