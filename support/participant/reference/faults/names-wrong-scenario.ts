import { changing } from './edit';
import { everySender, type Fault } from './types';

export const namesWrongScenario: Fault = {
  what: 'Names another appointment scenario than the one that the appointment was asked for with.',
  roles: everySender,
  apply: () =>
    changing(({ CustomBlock: { B014, B015, B070, B071 } }) => {
      for (const block of [B014, B015, B070, B071]) if (block) block.appointmentScenario = 'SEG';
    }),
};
