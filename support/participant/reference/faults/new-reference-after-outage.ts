import { edited } from './edit';
import { everySender, type Fault } from './types';

export const newReferenceAfterOutage: Fault = {
  number: 27,
  what: 'Gives what it could not send during an outage a new reference.',
  roles: everySender,
  apply: () => ({
    again: (message, { status }) =>
      status === 503
        ? edited(message, ({ CommonBlock: { S1 } }) => {
            S1.senderUniqueReference = `${String(S1.senderUniqueReference)}late`;
          })
        : message,
  }),
};
