import { everyRole, type Fault } from './types';

export const dropsReplays: Fault = {
  number: 16,
  what: 'Drops whatever is marked as a replay, also what it has never seen.',
  roles: everyRole,
  apply: () => ({ book: (message) => (message.CommonBlock.D0?.replayIndicator ? [] : [message]) }),
};
