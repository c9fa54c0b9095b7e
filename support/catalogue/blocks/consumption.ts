import { block, blockOf, listOf, maybe, someOf } from '../block';

const quantity = block('measurementQuantityID');
const day = block('settlementDayDate', 'periodDuration');
const period = block('sp', 'v', 'q', 'e', 'arc');
const defaultedPeriod = block('settlementPeriodEffectiveToDateTime', 'defaultedSPConsumption', 'defaultLoadShapeFlag');
const component = block(
  'measurementQuantityID',
  'marketSegmentIndicator',
  'domesticPremiseIndicator',
  'consumptionComponentClassID',
  'consumptionComponentIndicator',
);
const loadShapeGroup = block(
  'loadShapeGSPGroupID',
  'connectionTypeIndicator',
  'marketSegmentIndicator',
  'loadShapeDomesticPremiseIndicator',
  'measurementQuantityID',
);
const loadShapePeriod = block('sp', 'loadShapePeriodValue', 'defaultLoadShapeFlag');
const loadShapeTotals = block(
  'loadShapeDayTotal',
  'loadShapeDayPeakTotal',
  'loadShapeDayOffPeakTotal',
  'loadShape7DayRollingTotal',
  'loadShape7DayRollingPeakTotal',
  'loadShape7DayRollingOffPeakTotal',
);
const annualLoadShape = block('annualLoadShapeTotal');
const amendment = block(
  'consumptionAmendmentSupplierReference',
  'consumptionAmendmentPeriodStartDate',
  'consumptionAmendmentPeriodEndDate',
  'grossRevisedConsumption',
  'arc',
);
const retrievedPeriod = block('sp', 'v', 'q');
const offPeak = block('offPeakDeclarationDate', 'offPeakDeclarationProportion');

const dayOfPeriods = blockOf({ settlementDay: day, consumptionPeriods: listOf(period, { min: 1, max: 48 }) });
const amendments = blockOf({ MQID: quantity, supplierConsumptionAmendmentRequests: listOf(amendment, { min: 1 }) });
const shapesOfGroup = blockOf({ LSGroup: maybe(loadShapeGroup), LSGroupSettlementPeriods: someOf(loadShapePeriod) });
const shapesOfDay = blockOf({ settlementDay: maybe(day), LSGSettlementPeriods: someOf(shapesOfGroup) });
const totalsOfGroup = blockOf({
  LSGroup: maybe(loadShapeGroup),
  LSAnnualConsumption: maybe(annualLoadShape),
  LSTTotals: someOf(loadShapeTotals),
});
const totalsOfDay = blockOf({ settlementDay: maybe(day), LSGTotals: someOf(totalsOfGroup) });
const defaultedDay = blockOf({ settlementDay: day, defaultedConsumptionPeriods: listOf(defaultedPeriod, { min: 1 }) });
const defaulted = blockOf({ MQID: component, settlementDayConsumptionPeriods: listOf(defaultedDay, { min: 1 }) });
const retrievedDay = blockOf({
  settlementDay: day,
  MDRConsumptionPeriods: listOf(retrievedPeriod, { min: 1, max: 48 }),
});

/** Blocks about consumption by half-hour, load shapes, and what a supplier says about consumption. */
export const consumptionBlocks = {
  B043: block('settlementImpactedDataServiceDIPID', 'settlementImpactedSupplierDIPID'),
  B044: block('issuingDataServiceDIPID'),
  B045: quantity,
  B046: day,
  B047: period,
  B048: defaultedPeriod,
  B049: block('settlementRunExecutionDate', 'settlementCode', 'runNumber'),
  B050: component,
  B051: loadShapeGroup,
  B052: loadShapePeriod,
  B053: loadShapeTotals,
  B054: annualLoadShape,
  B057: block('supplierNotificationEffectiveFromDate', 'supplierNotificationExpiryDate', 'additionalInformation'),
  B058: block('supplierNominatedAnnualConsumption'),
  B059: block('annualConsumption', 'annualConsumptionEffectiveFromDate', 'annualConsumptionQualityIndicator'),
  B073: amendment,
  B084: retrievedPeriod,
  B097: offPeak,
  B097List: listOf(offPeak),
  B900: blockOf({
    MQID: quantity,
    settlementDayConsumptionPeriods: listOf(dayOfPeriods, { min: 1, max: 200 }),
  }),
  B901: dayOfPeriods,
  B902: amendments,
  B902List: listOf(amendments),
  B903: shapesOfDay,
  B903List: listOf(shapesOfDay),
  B904: shapesOfGroup,
  B912: totalsOfDay,
  B912List: listOf(totalsOfDay),
  B913: totalsOfGroup,
  B920: defaulted,
  B920List: listOf(defaulted),
  // No event carries it.
  B921: blockOf({
    settlementDay: day,
    consumptionPeriods: listOf(period),
    defaultedConsumptionPeriods: listOf(defaultedPeriod),
  }),
  B922: defaultedDay,
  B941: retrievedDay,
  B941List: listOf(retrievedDay),
};
