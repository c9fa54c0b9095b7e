import * as t from '../types';
import { are } from './make';

/** Items about half-hourly consumption, load shapes and what suppliers say about consumption. */
export const consumptionItems = {
  // Short names travel once per half-hour.
  ...are(t.dateTime, {
    sp: 'DI-082',
    settlementPeriodEffectiveToDateTime: 'DI-082',
    settlementDayDate: 'DI-101',
    settlementRunExecutionDate: 'DI-159',
    consumptionAmendmentPeriodStartDate: 'DI-163',
    consumptionAmendmentPeriodEndDate: 'DI-164',
    loadShapeTotalDate: 'DI-047',
    offPeakDeclarationDate: 'DI-510',
  }),
  ...are(t.consumption, {
    v: 'DI-147',
    defaultedSPConsumption: 'DI-153',
    grossRevisedConsumption: 'DI-165',
    loadShapePeriodValue: 'DI-102',
    loadShapeDayTotal: 'DI-046',
    loadShape7DayRollingTotal: 'DI-043',
    annualLoadShapeTotal: 'DI-040',
  }),
  ...are(t.orNull(t.consumption), {
    loadShapeDayPeakTotal: 'DI-045',
    loadShapeDayOffPeakTotal: 'DI-044',
    loadShape7DayRollingPeakTotal: 'DI-042',
    loadShape7DayRollingOffPeakTotal: 'DI-041',
  }),
  ...are(t.periodQuality, { q: 'DI-083', settlementPeriodQualityIndicator: 'DI-083' }),
  ...are(t.orNull(t.estimationReason), { e: 'DI-076' }),
  ...are(t.orNull(t.amendmentReason), { arc: 'DI-166' }),
  ...are(t.orNull(t.contractReference), { consumptionAmendmentSupplierReference: 'DI-162' }),
  ...are(t.measurementQuantity, { measurementQuantityID: 'DI-052' }),
  ...are(t.periodDuration, { periodDuration: 'DI-081', settlementPeriodDuration: 'DI-081' }),
  ...are(t.settlementRun, { settlementCode: 'DI-160' }),
  ...are(t.runNumber, { runNumber: 'DI-161' }),
  ...are(t.componentClass, { consumptionComponentClassID: 'DI-300' }),
  ...are(t.component, { consumptionComponentIndicator: 'DI-080' }),
  ...are(t.orNull(t.gspGroup), { loadShapeGSPGroupID: 'DI-039' }),
  ...are(t.orNull(t.loadShapeDomestic), { loadShapeDomesticPremiseIndicator: 'DI-031' }),
  ...are(t.loadShapeDefault, { defaultLoadShapeFlag: 'DI-154' }),
  ...are(t.loadShapeValue, { defaultedLoadShapePeriodValue: 'DI-450' }),
  ...are(t.percentage, { offPeakDeclarationProportion: 'DI-511' }),
};
