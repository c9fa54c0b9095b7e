import { everySender, type Fault } from './types';

export const ignoresRetryAfter: Fault = {
  number: 29,
  what: 'Sends again at once though the DIP has asked for time with Retry-After.',
  roles: everySender,
  apply: () => ({ patience: () => 0 }),
};
