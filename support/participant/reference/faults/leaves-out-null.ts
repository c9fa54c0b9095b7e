import { changing } from './edit';
import { everySender, type Fault } from './types';

export const leavesOutNull: Fault = {
  number: 15,
  what: 'Leaves out the keys whose value is null.',
  roles: everySender,
  apply: () =>
    changing(({ CommonBlock: { S1 } }) => {
      for (const [key, value] of Object.entries(S1)) if (value === null) delete S1[key];
    }),
};
