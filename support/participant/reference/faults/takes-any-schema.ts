import { taken } from './taken';
import { everyRole, type Fault } from './types';

export const takesAnySchema: Fault = {
  what: 'Takes publications whose schema is broken.',
  roles: everyRole,
  apply: () => ({
    judged: (judgement, payload) =>
      judgement.item.message?.startsWith('RCP1001') ? taken(judgement, payload) : judgement,
  }),
};
