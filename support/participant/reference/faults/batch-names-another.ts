import { everyRole, type Fault } from './types';

export const batchNamesAnother: Fault = {
  number: 19,
  what: 'Answers a call of several publications in another order, so that each code stands at another transaction.',
  roles: everyRole,
  apply: () => ({
    answer: ({ items, ...answer }) => ({
      ...answer,
      items: items.map((item, index) => {
        const { message, help } = items.at(index - 1)!;
        return { ...item, message, help };
      }),
    }),
  }),
};
