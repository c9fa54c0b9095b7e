import { everySender, type Fault } from './types';

export const ignoresStatusMessages: Fault = {
  number: 8,
  what: 'Answers status messages 201 and shows nobody what they say.',
  roles: everySender,
  apply: () => ({ statuses: () => ({ status: 201, items: [], again: [] }) }),
};
