import { changing } from './edit';
import { everyRole, type Fault } from './types';

export const wrongEnvironmentTag: Fault = {
  number: 35,
  what: 'Sends with the tag of another environment.',
  roles: everyRole,
  apply: () => changing(({ CommonBlock: { S1 } }) => (S1.environmentTag = S1.environmentTag === 'UIT' ? 'SIT' : 'UIT')),
};
