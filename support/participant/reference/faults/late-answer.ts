import { isOne } from './edit';
import type { Fault } from './types';

const lateMs = 7_000;

export const lateAnswer: Fault = {
  what: 'Answers a request when the time for it is over.',
  roles: ['REGS', 'MSS'],
  apply: () => ({
    outgoing: (message) => [{ message, ...(isOne(message, ['IF-032', 'IF-034']) ? { afterMs: lateMs } : {}) }],
  }),
};
