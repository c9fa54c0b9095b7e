import { refused } from './refused';
import { everyRole, type Fault } from './types';

export const refusesNull: Fault = {
  number: 15,
  what: 'Refuses publications in which a value is null.',
  roles: everyRole,
  apply: () => ({
    judged: (judgement) =>
      judgement.message?.CommonBlock.S1.subText === null ? refused(judgement, 'RCP1001 - Schema Failure') : judgement,
  }),
};
