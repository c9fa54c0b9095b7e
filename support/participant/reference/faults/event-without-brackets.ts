import { changing } from './edit';
import { everySender, type Fault } from './types';

export const eventWithoutBrackets: Fault = {
  number: 38,
  what: 'Writes the event code without its brackets.',
  roles: everySender,
  apply: () => changing(({ CommonBlock: { S0 } }) => (S0.eventCode = String(S0.eventCode).replace(/[[\]]/g, ''))),
};
