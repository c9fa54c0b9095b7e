import { edited } from './edit';
import type { Fault } from './types';

const laterMs = 2_000;

export const saysItAgain: Fault = {
  what: 'Sends each message a second time two seconds later, under a new reference.',
  roles: ['SUP', 'MSS'],
  apply: () => ({
    outgoing: (message) => [
      { message },
      {
        afterMs: laterMs,
        message: edited(message, ({ CommonBlock: { S1 } }) => {
          S1.senderUniqueReference = `${String(S1.senderUniqueReference)}again`;
        }),
      },
    ],
  }),
};
