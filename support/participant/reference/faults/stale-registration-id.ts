import { randomUUID } from 'node:crypto';
import { changing } from './edit';
import type { Fault } from './types';

export const staleRegistrationId: Fault = {
  number: 13,
  what: 'Proposes with the registration id of a switch that is no longer pending.',
  roles: ['SUP'],
  apply() {
    const stale = randomUUID();
    return changing(
      ({ CustomBlock: { B013 } }) => {
        if (B013) B013.CSSRegistrationID = stale;
      },
      ['IF-031'],
    );
  },
};
