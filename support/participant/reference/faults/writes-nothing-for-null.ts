import { changing } from './edit';
import { everySender, type Fault } from './types';

export const writesNothingForNull: Fault = {
  number: 15,
  what: 'Writes "" where the value is null.',
  roles: everySender,
  apply: () =>
    changing(({ CommonBlock: { S1 } }) => {
      for (const [key, value] of Object.entries(S1)) if (value === null) S1[key] = '';
    }),
};
