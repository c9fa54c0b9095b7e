import { isMasked } from '../values';
import { instant } from '../time';
import { breach, customOf, type Judge, type Rule } from './rule';

export const requestRules = {
  contract: {
    id: 'direct-contract-of-the-sender',
    text: 'A service notifies a customer direct contract (IF-038) of its own DIP ID.',
    code: 'REG1076',
    level: 'must',
    basis: 'stated',
    source: 'REG1076',
  },
  period: {
    id: 'amendment-period-in-order',
    text: 'A period to be amended (IF-027) does not end before it starts.',
    code: 'RCP1023',
    level: 'should',
    basis: 'inferred',
    source: 'DI-163, DI-164: names of the items; inferred',
    assumption: 'amendment-period-in-order',
  },
} as const satisfies Record<string, Rule>;

interface Blocks {
  B020: { customerDirectContractMeteringServiceDIPID: string | null };
  B021: { customerDirectContractDataServiceDIPID: string | null };
  B902List: {
    supplierConsumptionAmendmentRequests: {
      consumptionAmendmentPeriodStartDate: string;
      consumptionAmendmentPeriodEndDate: string;
    }[];
  }[];
}

/** Judges whose contract IF-038 speaks of. */
export const judgeDirectContract: Judge = (message, found) => {
  const { B020, B021 } = customOf<Blocks>(message);
  const { senderDIPID } = message.CommonBlock.S1;
  const own = (path: string, dipId: string | null | undefined) => {
    if (!dipId || isMasked(dipId) || dipId === senderDIPID) return;
    found.push(breach(requestRules.contract, path, `expected the sender, ${senderDIPID}, got "${dipId}"`));
  };
  own('CustomBlock.B020.customerDirectContractMeteringServiceDIPID', B020?.customerDirectContractMeteringServiceDIPID);
  own('CustomBlock.B021.customerDirectContractDataServiceDIPID', B021?.customerDirectContractDataServiceDIPID);
};

/** Judges the periods of IF-027. */
export const judgeAmendment: Judge = (message, found) => {
  for (const [g, group] of (customOf<Blocks>(message).B902List ?? []).entries()) {
    for (const [i, request] of group.supplierConsumptionAmendmentRequests.entries()) {
      const { consumptionAmendmentPeriodStartDate: start, consumptionAmendmentPeriodEndDate: end } = request;
      if (instant(start)! <= instant(end)!) continue;
      const path = `CustomBlock.B902List[${g}].supplierConsumptionAmendmentRequests[${i}].consumptionAmendmentPeriodEndDate`;
      found.push(breach(requestRules.period, path, `expected an end not before ${start}, got "${end}"`));
    }
  }
};
