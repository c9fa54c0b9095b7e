import type { Message } from '../../../catalogue';
import { edited } from './edit';
import type { Fault } from './types';

export const sendsAgainAfterStatus: Fault = {
  number: 8,
  what: 'Sends again, under a new reference, what a status message says could not be delivered.',
  roles: ['SUP', 'MSS'],
  apply() {
    const sent = new Map<string, Message>();
    return {
      outgoing(message) {
        sent.set(message.CommonBlock.S1.senderUniqueReference, message);
        return [{ message }];
      },
      statuses(items) {
        const about = items.flatMap((item) => sent.get(item.senderUniqueReference ?? '') ?? []);
        const again = about.map((message) =>
          edited(message, ({ CommonBlock: { S1 } }) => {
            S1.senderUniqueReference = `${String(S1.senderUniqueReference)}again`;
          }),
        );
        return { status: 201, items, again };
      },
    };
  },
};
