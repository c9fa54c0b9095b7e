import { changing } from './edit';
import { everyRole, type Fault } from './types';

export const writesNothingForNull: Fault = {
  number: 15,
  what: 'Writes "" where the value is null.',
  roles: everyRole,
  apply: () =>
    changing(({ CommonBlock: { S1 } }) => {
      for (const [key, value] of Object.entries(S1)) if (value === null) S1[key] = '';
    }),
};
