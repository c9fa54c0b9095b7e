import { refused } from './refused';
import type { Fault } from './types';

export const refusesFilledAddresses: Fault = {
  what: 'Refuses publications in which the DIP has filled in further recipients.',
  roles: ['SUP', 'MSS'],
  apply: () => ({
    judged: (judgement) =>
      judgement.message?.CommonBlock.A0?.always?.length
        ? refused(judgement, 'RCP1041 - Recipient ID Invalid or Unexpected')
        : judgement,
  }),
};
