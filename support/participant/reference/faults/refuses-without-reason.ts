import { changing } from './edit';
import type { Fault } from './types';

export const refusesWithoutReason: Fault = {
  what: 'Refuses a start that it has to take, and gives no reason.',
  roles: ['MDR'],
  apply: () =>
    changing(({ CommonBlock }) => (CommonBlock.R0 = { responseCode: 'R', responseMessages: [] }), ['IF-062']),
};
