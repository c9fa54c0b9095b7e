import { statusOf } from '../judge';
import { everyRole, type Fault } from './types';

export const booksWhatItRefuses: Fault = {
  what: 'Refuses a bad publication with the right code and books it all the same.',
  roles: everyRole,
  apply: () => ({
    judged: ({ item, message }, payload) => ({ item, message: message ?? (payload as typeof message) }),
    answer(answer) {
      const isTaken = ({ message }: (typeof answer.items)[number]) => message?.startsWith('RCP0000');
      const taken = answer.items.filter(isTaken).length;
      return { ...answer, status: statusOf({ taken, of: answer.items.length }) };
    },
  }),
};
