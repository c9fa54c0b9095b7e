import { everyRole, type Fault } from './types';

export const batchAnswersFirst: Fault = {
  number: 19,
  what: 'Answers a call of several publications with an item for the first one only.',
  roles: everyRole,
  apply: () => ({ answer: (answer) => ({ ...answer, items: answer.items.slice(0, 1) }) }),
};
