import { halfHoursOfUtcDay } from '../half-hour';
import { eventDefinition } from '../release';
import type { RuleMessage } from './rule';

/** What shows a rule: a message that keeps to it and one that breaks it and no other. */
export interface RuleCase {
  rule: string;
  good: RuleMessage;
  bad: RuleMessage;
}

/** A message without what rules do not read. `common` joins its CommonBlock, with S1 and what it takes over. */
export function messageOf(label: string, custom: object, common: object = {}): RuleMessage {
  const [interfaceID, eventCode] = label.split(' ') as [string, string];
  const senderRoleID = eventDefinition(interfaceID, eventCode.slice(1, -1))?.senders[0] ?? 'SDS';
  return {
    CommonBlock: {
      S0: { interfaceID, eventCode },
      S1: { senderRoleID, senderDIPID: '4000000001', senderTimestamp: '2027-06-22T09:00:00+00:00' },
      ...common,
    },
    CustomBlock: custom,
  };
}

/** A copy in which the place at a dotted path is set; undefined removes it. */
export function withSet<T extends object>(message: T, path: string, value: unknown): T {
  const copy = structuredClone(message);
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop()!;
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy as Record<string, unknown>);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const date = '2027-06-22';
export const dayDate = `${date}T00:00:00+00:00`;
export const actual = (sp: string) => ({ sp, v: '0.250', q: 'A', e: null, arc: null });

/** The path of the half-hours of the first day of IF-021. */
export const periodsPath = 'CustomBlock.B900.settlementDayConsumptionPeriods[0].consumptionPeriods';

/** IF-021 of one whole summer day, all actual, or with the half-hours given. */
export function consumption(periods: object[] = halfHoursOfUtcDay(date).map(actual), role = 'SDS'): RuleMessage {
  const day = { settlementDay: { settlementDayDate: dayDate, periodDuration: 30 }, consumptionPeriods: periods };
  const custom = {
    B044: { issuingDataServiceDIPID: '4000000001' },
    B067: { connectionTypeIndicator: 'W', connectionTypeEffectiveFromDate: '2020-01-01T00:00:00+00:00' },
    B900: { MQID: { measurementQuantityID: 'AI' }, settlementDayConsumptionPeriods: [day] },
  };
  const message = messageOf('IF-021 [ActivePower]', custom);
  message.CommonBlock.S1.senderRoleID = role;
  return message;
}

/** IF-021 whose first half-hour has these codes. */
export const firstHalfHour = (codes: object, role = 'SDS'): RuleMessage => {
  const message = consumption(undefined, role);
  const first = { ...actual(`${date}T00:30:00+00:00`), ...codes };
  return withSet(message, `${periodsPath}[0]`, first);
};

const party = { proposedMeteringServiceDIPID: '2300000003', proposedMeteringServiceMPID: 'MSSA' };

/** IF-031 [MSApp] of a supplier, a week ahead. */
export const meteringProposal = messageOf('IF-031 [MSApp]', {
  B070: { ...party, proposedMeteringServiceDIPEffectiveFromDate: '2027-06-29T00:00:00+01:00' },
});

/** IF-031 [DSApp] of a supplier, a week ahead, with a retriever. */
export const dataProposal = messageOf('IF-031 [DSApp]', {
  B071: {
    proposedDataServiceDIPID: '2300000004',
    proposedDataServiceMPID: 'DSAA',
    proposedDataServiceDIPEffectiveFromDate: '2027-06-29T00:00:00+01:00',
    supplierNominatedMDRDIPID: '2300000005',
    supplierNominatedMDRMPID: 'MDRA',
    supplierNominatedMDREffectiveFromDate: '2027-06-29T00:00:00+01:00',
  },
});

/** The parties of the proposals above, and one more. */
export const parties = [
  { dipId: '2300000003', mpid: 'MSSA' },
  { dipId: '2300000004', mpid: 'DSAA' },
  { dipId: '2300000005', mpid: 'MDRA' },
  { dipId: '2300000006', mpid: 'SUPA' },
];
