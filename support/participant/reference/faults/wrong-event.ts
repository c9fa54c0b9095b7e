import { changing } from './edit';
import { everySender, type Fault } from './types';

const other = (event: string): string =>
  event.startsWith('[MS') ? event.replace('[MS', '[DS') : event.replace('[DS', '[MS');

export const wrongEvent: Fault = {
  what: 'Writes the event of the other kind of service.',
  // The events of a retriever have no counterpart.
  roles: everySender.filter((role) => role !== 'MDR'),
  apply: () => changing(({ CommonBlock: { S0 } }) => (S0.eventCode = other(String(S0.eventCode)))),
};
