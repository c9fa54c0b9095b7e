import { everyRole, type Fault } from './types';

export const namesNoTransaction: Fault = {
  number: 19,
  what: 'Answers a publication without naming its transaction.',
  roles: everyRole,
  apply: () => ({
    answer: (answer) => ({ ...answer, items: answer.items.map((item) => ({ ...item, transactionID: null })) }),
  }),
};
