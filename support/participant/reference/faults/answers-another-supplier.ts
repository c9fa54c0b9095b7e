import { changing } from './edit';
import type { Fault } from './types';

export const answersAnotherSupplier: Fault = {
  what: 'Addresses its decision on an item, or on a link, to a supplier that did not ask.',
  roles: ['REGS'],
  apply: ({ market }) =>
    changing(
      ({ CommonBlock: { A0 } }) => {
        const [asked] = (A0?.primaryRecipients ?? []) as string[];
        const other = market.parties.find(({ role, dipId }) => role === 'SUP' && dipId !== asked);
        if (A0 && other) A0.primaryRecipients = [other.dipId];
      },
      ['IF-020', 'IF-026'],
    ),
};
