import { changing } from './edit';
import type { Fault } from './types';

export const createsAsTraded: Fault = {
  what: 'Tells the enquiry service of a new MPAN as if it were operational and traded already.',
  roles: ['REGS'],
  apply: () =>
    changing(
      ({ CustomBlock: { B079 } }) => {
        if (B079) Object.assign(B079, { RMPStatus: 'O', MPStatus: 'T' });
      },
      ['IF-050 [MPANCreation]'],
    ),
};
