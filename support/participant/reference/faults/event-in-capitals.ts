import { changing } from './edit';
import { everySender, type Fault } from './types';

export const eventInCapitals: Fault = {
  number: 38,
  what: 'Writes the event code in capitals.',
  roles: everySender,
  apply: () => changing(({ CommonBlock: { S0 } }) => (S0.eventCode = String(S0.eventCode).toUpperCase())),
};
