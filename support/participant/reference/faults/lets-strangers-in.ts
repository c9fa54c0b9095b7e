import type { Fault } from './types';

export const letsStrangersIn: Fault = {
  number: 18,
  what: 'Opens its webhook to any client certificate, whoever issued it.',
  roles: ['SUP', 'MSS'],
  apply: () => ({ letsIn: () => true }),
};
