import { instant } from '../time';
import { consumptionDays, type Period } from './half-hour-days';
import { breach, customOf, eventOf, type Judge, type Rule } from './rule';

const stated = { level: 'must', basis: 'stated' } as const;

export const consumptionRules = {
  quantity: {
    id: 'quantity-fits-event',
    text: 'Event [ActivePower] carries AI or AE, [ReactivePower] RI or RE.',
    code: 'ECS1002',
    ...stated,
    source: 'ECS1002; DI-052',
  },
  connection: {
    id: 'half-hour-not-before-connection-type',
    text: 'No half-hour ends before the connection type took effect.',
    code: 'ECS1013',
    ...stated,
    source: 'ECS1013; DI-016',
  },
} as const satisfies Record<string, Rule>;

interface Blocks {
  B067: { connectionTypeEffectiveFromDate: string };
  B900: { MQID: { measurementQuantityID: string } };
}

const quantities: Record<string, readonly string[]> = { ActivePower: ['AI', 'AE'], ReactivePower: ['RI', 'RE'] };

/** Judges quantity and earliest half-hour of consumption: IF-021 and its replay in IF-016. */
export const judgeConsumption: Judge = (message, found) => {
  const { B067, B900 } = customOf<Blocks>(message);
  if (!B067 || !B900) return;
  const quantity = B900.MQID.measurementQuantityID;
  const fitting = quantities[eventOf(message)];
  if (fitting && !fitting.includes(quantity)) {
    const text = `expected ${fitting.join(' or ')} in [${eventOf(message)}], got "${quantity}"`;
    found.push(breach(consumptionRules.quantity, 'CustomBlock.B900.MQID.measurementQuantityID', text));
  }
  const effective = instant(B067.connectionTypeEffectiveFromDate)!;
  for (const { date, path, periods } of consumptionDays(message)) {
    if (instant(date)! >= effective) continue;
    const early = periods.findIndex((period) => instant((period as Period).sp)! < effective);
    if (early < 0) continue;
    const text = `expected no half-hour before ${B067.connectionTypeEffectiveFromDate}, got "${(periods[early] as Period).sp}"`;
    found.push(breach(consumptionRules.connection, `${path}[${early}].sp`, text));
  }
};
