import { everyRole, type Fault } from './types';

export const answers200: Fault = {
  what: 'Answers a good publication 200 in place of 201.',
  roles: everyRole,
  apply: () => ({ answer: (answer) => ({ ...answer, status: answer.status === 201 ? 200 : answer.status }) }),
};
