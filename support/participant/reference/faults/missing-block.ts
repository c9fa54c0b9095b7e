import { changing } from './edit';
import { everyRole, type Fault } from './types';

export const missingBlock: Fault = {
  what: 'Leaves the first block of the message out.',
  roles: everyRole,
  apply: () =>
    changing(({ CustomBlock }) => {
      const first = Object.keys(CustomBlock)
        .sort()
        .find((name) => name !== 'B013');
      if (first) delete CustomBlock[first];
    }),
};
