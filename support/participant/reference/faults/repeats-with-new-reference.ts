import { edited } from './edit';
import type { Fault } from './types';

export const repeatsWithNewReference: Fault = {
  number: 6,
  what: 'Repeats a submission whose answer was lost under a new reference: the DIP takes it for a second one.',
  roles: ['SUP', 'MSS'],
  apply: () => ({
    again: (message) =>
      edited(message, ({ CommonBlock: { S1 } }) => {
        S1.senderUniqueReference = `${String(S1.senderUniqueReference)}again`;
      }),
  }),
};
