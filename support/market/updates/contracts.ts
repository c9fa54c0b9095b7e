import type { Service } from '../proposal';
import type { DirectContract } from '../registration/register';
import type { Change, Update, UpdateRow } from './update';

/** Which service a direct contract is about, as the event names it. */
export const contractService = ({ event }: Pick<Update, 'event'>): Service =>
  event.startsWith('DirectContractMS') ? 'metering' : 'data';

/** The contract that B020 or B021 tells of. */
export function contractIn({ custom: { B020, B021 } }: Pick<Update, 'custom'>): Required<DirectContract> | undefined {
  if (B020) {
    return {
      dipId: B020.customerDirectContractMeteringServiceDIPID ?? '',
      to: B020.customerDirectContractMeteringServiceEffectiveToDate,
    };
  }
  if (!B021) return undefined;
  return {
    dipId: B021.customerDirectContractDataServiceDIPID ?? '',
    to: B021.customerDirectContractDataServiceEffectiveToDate,
  };
}

const add = ['REG1071', 'REG1072', 'REG1073', 'REG1075', 'REG1076'];

/** Contracts between a customer and a service itself: IF-038, answered by IF-039. */
export const contractRows: Readonly<Record<string, UpdateRow>> = {
  'IF-038 [DirectContractMSAdd]': { answer: 'IF-039', codes: add, change: put },
  'IF-038 [DirectContractDSAdd]': { answer: 'IF-039', codes: add, change: put },
  'IF-038 [DirectContractMSRemove]': { answer: 'IF-039', codes: ['REG1074'], change: remove },
  'IF-038 [DirectContractDSRemove]': { answer: 'IF-039', codes: ['REG1074'], change: remove },
};

function put(update: Update): Change {
  const { register } = update;
  const contracts = { ...register.contracts, [contractService(update)]: contractIn(update) };
  return { register: { ...register, contracts } };
}

function remove(update: Update): Change {
  const { register } = update;
  return { register: { ...register, contracts: { ...register.contracts, [contractService(update)]: undefined } } };
}
