import { changing } from './edit';
import type { Fault } from './types';

export const refusesNothing: Fault = {
  number: 22,
  what: 'Accepts whatever is proposed, also what it must refuse.',
  roles: ['REGS', 'MSS', 'MSA', 'SDS', 'ADS'],
  apply: () =>
    changing(
      ({ CommonBlock, CustomBlock: { B007 } }) => {
        if (CommonBlock.R0) CommonBlock.R0 = { responseCode: 'A', responseMessages: [] };
        if (B007) Object.assign(B007, { responseCode: 'A', proposedAppointmentResponseCode: 'SP000' });
      },
      ['IF-032', 'IF-034'],
    ),
};
