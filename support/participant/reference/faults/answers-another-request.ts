import { edited } from './edit';
import type { Fault } from './types';

export const answersAnotherRequest: Fault = {
  number: 14,
  what: 'With two conversations open for an MPAN it answers one under the id of the other.',
  roles: ['REGS'],
  apply() {
    const first = new Map<string, unknown>();
    return {
      outgoing: (message) => [
        {
          message: edited(message, ({ CommonBlock: { S1, M0 } }) => {
            const mpan = String(M0.MPANCore);
            if (S1.senderCorrelationID === null) return;
            if (!first.has(mpan)) first.set(mpan, S1.senderCorrelationID);
            S1.senderCorrelationID = first.get(mpan);
          }),
        },
      ],
    };
  },
};
