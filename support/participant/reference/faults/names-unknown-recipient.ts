import { changing } from './edit';
import { everySender, type Fault } from './types';

export const namesUnknownRecipient: Fault = {
  what: 'Names a primary recipient that the DIP does not know.',
  roles: everySender,
  apply: () =>
    changing(
      ({ CommonBlock }) =>
        void (CommonBlock.A0 = { primaryRecipients: ['2999999999'], secondaryRecipients: [], always: [] }),
      ['IF-031', 'IF-033', 'IF-034'],
    ),
};
