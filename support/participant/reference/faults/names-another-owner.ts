import { changing } from './edit';
import type { Fault } from './types';

const owners = [
  ['B020', 'customerDirectContractMeteringServiceDIPID'],
  ['B021', 'customerDirectContractDataServiceDIPID'],
] as const;

export const namesAnotherOwner: Fault = {
  number: 11,
  what: 'Records a direct contract under the DIP ID of another service.',
  roles: ['MSS', 'MSA', 'UMSO', 'SDS', 'ADS', 'UMSDS'],
  apply: ({ party, market }) =>
    changing(
      ({ CustomBlock }) => {
        const other = market.parties.find(({ dipId }) => dipId !== party.dipId)?.dipId;
        for (const [block, item] of owners) {
          const contract = CustomBlock?.[block];
          if (contract) contract[item] = other;
        }
      },
      ['IF-038'],
    ),
};
