import { changing } from './edit';
import { everySender, type Fault } from './types';

export const wrongDipId: Fault = {
  number: 10,
  what: 'Names another DIP ID of its role as the sender.',
  roles: everySender,
  apply({ party, market }) {
    const other = market.parties.find(({ role, dipId }) => role === party.role && dipId !== party.dipId);
    return changing(({ CommonBlock: { S1 } }) => (S1.senderDIPID = other?.dipId ?? '9999999999'));
  },
};
