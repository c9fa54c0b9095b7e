import { everyRole, type Fault } from './types';

export const booksNothing: Fault = {
  number: 1,
  what: 'Answers 201 to everything; behind the adapter nothing is booked.',
  roles: everyRole,
  apply: () => ({
    records: (records) => ({
      ...{ ...records, supplier: null, appointments: [], booked: [] },
      ...(records.facts && { facts: {} }),
    }),
  }),
};
