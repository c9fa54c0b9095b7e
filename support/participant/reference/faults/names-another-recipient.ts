import { edited } from './edit';
import type { Fault } from './types';

export const namesAnotherRecipient: Fault = {
  what: 'Names another party of the same role as primary recipient than the one whom the message is for.',
  roles: ['SDS', 'ADS', 'MDR'],
  apply: ({ market: { parties }, party: self }) => ({
    outgoing: (message) => [
      {
        message: edited(message, ({ CommonBlock: { A0 } }) => {
          if (!A0) return;
          const ids = Array.isArray(A0.primaryRecipients) ? (A0.primaryRecipients as unknown[]) : [];
          A0.primaryRecipients = ids.map((id) => {
            const role = parties.find(({ dipId }) => dipId === id)?.role;
            const other = parties.find((it) => it.role === role && it.dipId !== id && it.dipId !== self.dipId);
            return other?.dipId ?? id;
          });
        }),
      },
    ],
  }),
};
