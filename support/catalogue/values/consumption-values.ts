import { inferred, stated, type ValueTable } from './value';

const methods = (of: string, stem: string, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${stem}${i + 1}`, `${of} ${i + 1}, advanced data service`]),
  );

// Short forms are those of the release, which spells none of them out.
const quality = {
  ...stated({
    A: 'actual',
    E: 'estimate',
    E0: 'estimate, a single period missing',
    E1: 'estimate, ADA available',
    E2: 'estimate, DA available',
    E3: 'estimate, NDM advance',
    E4: 'estimate, from the history of register readings',
    E5: 'estimate, previous DA',
    E6: 'estimate, PMA only',
    E7: 'estimate, no recent data',
    E8: 'estimate, agreed or OR read',
    E9: 'estimate, AAC or SNAC',
    ZE: 'zero estimate, zero advance',
    ZE1: 'zero estimate, neither period nor advance',
    ZE2: 'zero estimate, long-term vacant',
    ZE3: 'zero estimate, meter disabled',
    ...methods('estimate, method', 'EA', 13),
  }),
  // Stated is that they are of advanced data services only; actual and estimate are read from the letters.
  ...inferred({
    ...methods('actual', 'A', 3),
    ...methods('actual and estimate', 'AAE', 3),
    ...methods('estimate', 'EAE', 3),
  }),
};

/** Items about consumption in a half-hour and how it came about. */
export const consumptionValues: ValueTable = {
  measurementQuantityID: stated({
    AI: 'active import',
    AE: 'active export',
    RI: 'reactive import',
    RE: 'reactive export',
  }),
  q: quality,
  settlementPeriodQualityIndicator: quality,
  e: stated({
    1: 'customer opted out',
    2: 'missing',
    3: 'invalid',
    4: 'communication fault',
    5: 'long-term vacant',
    6: 'disabled',
    7: 'de-energised',
    8: 'disconnected',
    9: 'consumption amendment',
    10: 'not smart',
  }),
  arc: stated({
    A: 'agreed reading',
    E: 'estimation issue',
    M: 'metering issue',
    R: 'reading issue',
    S: 'meter stolen or lost',
    T: 'tampering or theft',
    X: 'other',
  }),
  annualConsumptionQualityIndicator: stated({
    A: 'actual',
    1: 'more than 75 % actual',
    2: 'less than 75 % actual',
    3: 'all estimated',
    4: 'more than half without data',
    5: 'less than half without data',
    D: 'default value',
  }),
  defaultLoadShapeFlag: stated({
    A: 'actual load shape',
    D: 'standard default data',
    E: 'back-stop data',
    B: 'no data available',
  }),
  consumptionComponentIndicator: inferred({ C: 'consumption', L: 'losses' }),
  loadShapeDomesticPremiseIndicator: stated({ T: 'domestic', F: 'not domestic' }),
};
