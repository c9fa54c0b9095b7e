import { changing } from './edit';
import type { Fault } from './types';

export const echoesWhatItHeld: Fault = {
  what: 'Accepts a consent, and tells all the one that it held before.',
  roles: ['REGS'],
  apply: () =>
    changing(
      ({ CustomBlock: { B068 } }) => {
        if (B068) B068.consentGranularity = 'H';
      },
      ['IF-026'],
    ),
};
