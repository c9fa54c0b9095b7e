import { mpanWithCheckDigit } from '../mpan';
import { messageOf, withSet, type RuleCase } from './rules.fixture';

const meter = {
  meterID: 'M1',
  modifiedMeterID: null,
  meterType: 'S2ADE',
  ESMEGUID: '00-0D-6F-00-00-00-00-01',
  meterInstallationDate: '2027-06-10T00:00:00+00:00',
};
const historyMAP = [
  { meterAssetProviderID: 'MAPA', meterAssetProviderEffectiveFromDate: '2027-06-10T00:00:00+00:00' },
  { meterAssetProviderID: 'MAPB', meterAssetProviderEffectiveFromDate: '2027-06-12T00:00:00+00:00' },
];
const details = {
  B906: { existingMeter: meter, historyMAP },
  B039: { meterIDRemoved: 'M1', meterRemovalDate: '2027-06-10T00:00:00+00:00' },
  B030: { IHDInstallStatus: 'I', IHDEffectiveFromDate: '2027-06-10T00:00:00+00:00' },
};
const exchange = messageOf('IF-005 [MeterExchange]', details);
const history = messageOf('IF-005 [MeterHistoryUpdate]', details);
const early = '2027-06-09T00:00:00+00:00';
const installed = 'CustomBlock.B906.existingMeter';

export const meterCases: RuleCase[] = [
  {
    rule: 'exchange-installs-after-removal',
    good: exchange,
    bad: withSet(exchange, 'CustomBlock.B039.meterRemovalDate', '2027-06-11T00:00:00+00:00'),
  },
  {
    rule: 'history-update-names-one-meter',
    good: history,
    bad: withSet(history, 'CustomBlock.B039.meterIDRemoved', 'M2'),
  },
  {
    rule: 'asset-provider-not-before-meter',
    good: exchange,
    bad: withSet(exchange, 'CustomBlock.B906.historyMAP[0].meterAssetProviderEffectiveFromDate', early),
  },
  {
    rule: 'display-not-before-meter',
    good: withSet(exchange, 'CustomBlock.B030.IHDEffectiveFromDate', null),
    bad: withSet(exchange, 'CustomBlock.B030.IHDEffectiveFromDate', early),
  },
  {
    rule: 'new-meter-has-no-modified-id',
    good: withSet(history, `${installed}.modifiedMeterID`, 'M3'),
    bad: withSet(exchange, `${installed}.modifiedMeterID`, 'M3'),
  },
  {
    rule: 'asset-providers-in-order',
    good: withSet(exchange, 'CustomBlock.B906.historyMAP', undefined),
    bad: withSet(exchange, 'CustomBlock.B906.historyMAP', [historyMAP[1], historyMAP[0]]),
  },
  {
    rule: 'esme-id-fits-meter-type',
    good: withSet(withSet(exchange, `${installed}.meterType`, 'N'), `${installed}.ESMEGUID`, null),
    bad: withSet(exchange, `${installed}.meterType`, 'N'),
  },
];

const [first, second] = ['200000000001', '200000000002'].map(mpanWithCheckDigit) as [string, string];
const wrong = `${first.slice(0, 12)}${(Number(first[12]) + 1) % 10}`;
const linked = messageOf(
  'IF-019 [LinkedImportExportCreate]',
  { B090List: [{ subsidiaryMPAN: second }] },
  { M1: { principalMPAN: first } },
);
const about = (MPANCore: string) => messageOf('IF-015 [ConsumptionReplay]', {}, { M0: { MPANCore } });
const contract = (dipId: string | null) =>
  messageOf('IF-038 [DirectContractDSAdd]', { B021: { customerDirectContractDataServiceDIPID: dipId } });
const amended = messageOf('IF-027 [ConsumptionAmendment]', {
  B902List: [
    {
      supplierConsumptionAmendmentRequests: [
        {
          consumptionAmendmentPeriodStartDate: '2027-05-01T00:00:00+00:00',
          consumptionAmendmentPeriodEndDate: '2027-05-01T00:00:00+00:00',
        },
      ],
    },
  ],
});
const amendmentEnd =
  'CustomBlock.B902List[0].supplierConsumptionAmendmentRequests[0].consumptionAmendmentPeriodEndDate';
const totals = (peak: string | null, offPeak: string) =>
  messageOf('IF-023 [LSSTotalsData]', {
    B912List: [
      {
        LSGTotals: [
          {
            LSTTotals: [
              { loadShapeDayTotal: '10.001', loadShapeDayPeakTotal: peak, loadShapeDayOffPeakTotal: offPeak },
            ],
          },
        ],
      },
    ],
  });

export const requestCases: RuleCase[] = [
  { rule: 'mpan-check-digit', good: about(first), bad: about(wrong) },
  { rule: 'mpan-once', good: linked, bad: withSet(linked, 'CustomBlock.B090List[0].subsidiaryMPAN', first) },
  { rule: 'direct-contract-of-the-sender', good: contract('4000000001'), bad: contract('4000000002') },
  {
    rule: 'amendment-period-in-order',
    good: amended,
    bad: withSet(amended, amendmentEnd, '2027-04-30T23:30:00+00:00'),
  },
  {
    rule: 'load-shape-peak-and-off-peak-sum',
    good: totals('7.334', '2.667'),
    bad: totals('7.334', '2.666'),
  },
];

/** Messages that break no rule although they nearly do. */
export const harmless = [totals(null, '2.666'), contract(null), contract('xxxxxxxxxx')];
