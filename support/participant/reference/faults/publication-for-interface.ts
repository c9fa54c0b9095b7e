import { edited } from './edit';
import { everySender, type Fault } from './types';

export const publicationForInterface: Fault = {
  number: 38,
  what: 'Writes the publication id where the interface id belongs.',
  roles: everySender,
  apply: () => ({
    outgoing(message) {
      const channel = message.CommonBlock.S0.interfaceID;
      const renamed = edited(message, ({ CommonBlock: { S0 } }) => (S0.interfaceID = channel.replace('IF-', 'PUB-')));
      return [{ message: renamed, channel }];
    },
  }),
};
