import { changing } from './edit';
import { everySender, type Fault } from './types';

export const wrongCorrelation: Fault = {
  what: 'Quotes a correlation id that the DIP never gave.',
  roles: everySender,
  apply: () => changing(({ CommonBlock: { S1 } }) => (S1.senderCorrelationID = 'CI-20200101-1')),
};
