import { everyRole, type Fault } from './types';

const workMs = 2_500;

export const worksInsideWebhook: Fault = {
  number: 28,
  what: 'Does its work, and sends what follows, before it answers the webhook call.',
  roles: everyRole,
  apply: () => ({ answer: (answer) => ({ ...answer, afterMs: workMs }) }),
};
