import { codeText } from '../../../catalogue';
import { refused } from './refused';
import { everyRole, type Fault } from './types';

export const batchAllOrNothing: Fault = {
  number: 19,
  what: 'Refuses all publications of a call when one of them is bad.',
  roles: everyRole,
  apply: () => ({
    judgedTogether: (judgements) =>
      judgements.every(({ message }) => message)
        ? judgements
        : judgements.map((one) => (one.message ? refused(one, codeText('RCP1000')) : one)),
  }),
};
