import { changing } from './edit';
import type { Fault } from './types';

export const noRegistrationId: Fault = {
  number: 13,
  what: 'Proposes without the registration id of the switch.',
  roles: ['SUP'],
  apply: () => changing(({ CustomBlock }) => delete CustomBlock.B013, ['IF-031']),
};
