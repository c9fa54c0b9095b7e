import { changing } from './edit';
import type { Fault } from './types';

export const foreignMpid: Fault = {
  number: 11,
  what: 'Proposes a service by the DIP ID of one company and the MPID of another.',
  roles: ['SUP'],
  apply: ({ market }) =>
    changing(
      ({ CustomBlock: { B070, B071 } }) => {
        for (const [block, item] of [
          [B070, 'proposedMeteringServiceMPID'],
          [B071, 'proposedDataServiceMPID'],
        ] as const) {
          const own = block?.[item];
          if (block) block[item] = market.parties.find(({ mpid }) => mpid !== own)?.mpid;
        }
      },
      ['IF-031'],
    ),
};
