import { changing } from './edit';
import { everySender, type Fault } from './types';

export const missingBlock: Fault = {
  what: 'Leaves the first block of the message out.',
  roles: everySender,
  apply: () =>
    changing(({ CustomBlock }) => {
      const first = Object.keys(CustomBlock)
        .sort()
        .find((name) => name !== 'B013');
      if (first) delete CustomBlock[first];
    }),
};
