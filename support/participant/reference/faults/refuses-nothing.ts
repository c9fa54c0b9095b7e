import { changing } from './edit';
import type { Fault } from './types';

export const refusesNothing: Fault = {
  number: 22,
  what: 'Accepts whatever is proposed or asked for, also what it must refuse.',
  roles: ['REGS', 'MSS', 'MSA', 'UMSO', 'SDS', 'ADS', 'UMSDS'],
  apply: () =>
    changing(
      ({ CommonBlock, CustomBlock: { B007, B099 } = {} }) => {
        if (CommonBlock.R0) CommonBlock.R0 = { responseCode: 'A', responseMessages: [] };
        if (B099) Object.assign(B099, { responseCode: 'A', responseMessages: [] });
        if (B007) Object.assign(B007, { responseCode: 'A', proposedAppointmentResponseCode: 'SP000' });
      },
      ['IF-006', 'IF-008', 'IF-020', 'IF-026', 'IF-032', 'IF-034', 'IF-035 [SDS-MDROutcome]', 'IF-039'],
    ),
};
