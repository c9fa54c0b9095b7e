import { codesOf } from './code';

const consumption = 'IF-021';

/** Market-wide Data Service: consumption that was submitted for settlement. */
export const settlementCodes = codesOf('Market-wide Data Service', {
  ECS1002: ['MQID Does Not Fit the Event', consumption],
  ECS1003: ['Period Past the Final Run (RF)', consumption],
  ECS1004: ['Period Duration Invalid', consumption, 0.6, 'Reached only where the schema was not checked first.'],
  ECS1005: ['Period End Does Not Fit the Duration', consumption],
  ECS1006: ['Period Duplicated in the Message', consumption],
  ECS1007: ['Period Overlaps Another', consumption, 0.85],
  ECS1008: ['Non-Actual Consumption of a De-Energised MPAN', consumption, 0.85],
  ECS1009: ['No Consumption in That MPAN Status', consumption, 0.85],
  ECS1010: ['Consumption Negative', consumption],
  ECS1011: ['Consumption Not Zero with Type ZE', consumption],
  ECS1012: ['Consumption Above the Maximum', consumption, 0.75],
  ECS1013: ['Period Before the Connection Type', consumption, 0.85],
  ECS1014: ['Settlement Date Not 00:00:00 UTC', consumption],
  ECS1015: ['Estimation Reason Missing (Null)', consumption],
  ECS1016: ['Consumption Amendment Reason Missing (Null)', consumption],
});
