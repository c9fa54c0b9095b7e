import { everyRole, type Fault } from './types';

export const refusesLargeBodies: Fault = {
  number: 39,
  what: 'Answers 413 to bodies of more than 100 kB.',
  roles: everyRole,
  apply: () => ({ largestBody: () => 100 * 1024 }),
};
