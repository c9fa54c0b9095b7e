import { changing } from './edit';
import { everySender, type Fault } from './types';

export const wrongEnvironmentTag: Fault = {
  number: 35,
  what: 'Sends with the tag of another environment.',
  roles: everySender,
  apply: () => changing(({ CommonBlock: { S1 } }) => (S1.environmentTag = S1.environmentTag === 'UIT' ? 'SIT' : 'UIT')),
};
