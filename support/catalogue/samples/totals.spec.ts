import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumUp } from './totals';

const rows = (...values: (string | null)[]) =>
  values.map((value, i) => ({ settlementPeriod: i + 1, uncorrectedBMUnitPeriodLevelConsumption: value }));

test('totals stand beside their rows and above them, with the decimals that they had', () => {
  const component = (...values: string[]) => ({
    R019: { dailyBMUnitPeriodLevelConsumption: '0.000000', dailyBMUnitPeriodLevelConsumptionLosses: null },
    'REP003-R018': rows(...values),
  });
  const unit = {
    'REP003-R017': [component('0.100000', '0.200000'), component('1.000000')],
    R021: { dailyUncorrectedPeriodBMUnitTotalAllocatedVolume: '9.999999', dailyBMUnitMSIDCount: 7 },
  };
  sumUp(unit);
  const totals = unit['REP003-R017'].map(({ R019 }) => R019.dailyBMUnitPeriodLevelConsumption);
  assert.deepEqual(totals, ['0.300000', '1.000000']);
  assert.deepEqual(unit.R021, {
    dailyUncorrectedPeriodBMUnitTotalAllocatedVolume: '1.300000',
    dailyBMUnitMSIDCount: 7,
  });
});

test('a row that is null adds nothing, a total that is null stays so, counts are numbers', () => {
  const losses = { R034: { dailyUncorrectedBMUnitPeriodLevelConsumption: null }, 'REP006-R033': rows('1.000000') };
  sumUp(losses);
  assert.equal(losses.R034.dailyUncorrectedBMUnitPeriodLevelConsumption, null);
  const given = { R034: { dailyUncorrectedBMUnitPeriodLevelConsumption: '0.0' }, 'REP006-R033': rows(null, '1.5') };
  sumUp(given);
  assert.equal(given.R034.dailyUncorrectedBMUnitPeriodLevelConsumption, '1.5');
  const tariffs = {
    dailyTotalMSIDCount: 0,
    'R901-07': [{ dailyTariffNumberOfMSIDs: 2 }, { dailyTariffNumberOfMSIDs: 3 }],
  };
  sumUp(tariffs);
  assert.equal(tariffs.dailyTotalMSIDCount, 5);
});

test('an invoice is what its charges come to, and a fifth of it as VAT', () => {
  const charges = ['10.01', '20.02'].map((total) => ({ totalChargeForChargeTypeExVAT: total }));
  const money = { totalInvoiceAmountExVAT: '0.00', totalInvoiceVAT: '0.00', totalInvoiceAmountIncVAT: '0.00' };
  const invoice = { ...money, 'R900-05': charges };
  sumUp(invoice);
  const { totalInvoiceAmountExVAT, totalInvoiceVAT, totalInvoiceAmountIncVAT } = invoice;
  assert.deepEqual([totalInvoiceAmountExVAT, totalInvoiceVAT, totalInvoiceAmountIncVAT], ['30.03', '6.01', '36.04']);
});
