import { taken } from './taken';
import { everyRole, type Fault } from './types';

export const takesAnyEnvironment: Fault = {
  number: 35,
  what: 'Takes publications of another environment.',
  roles: everyRole,
  apply: () => ({
    judged: (judgement, payload) =>
      judgement.item.message?.startsWith('RCP1004') ? taken(judgement, payload) : judgement,
  }),
};
