import type { StandardItem } from '../../../wire';
import { everyRole, type Fault } from './types';

export const answersWithNineFields: Fault = {
  number: 19,
  what: 'Leaves a field that is null out of its StandardResponse.',
  roles: everyRole,
  apply: () => ({
    answer: (answer) => ({
      ...answer,
      items: answer.items.map(({ serviceTicketURL: _, ...item }) => item as StandardItem),
    }),
  }),
};
