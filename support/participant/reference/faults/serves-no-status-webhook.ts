import { everySender, type Fault } from './types';

export const servesNoStatusWebhook: Fault = {
  number: 8,
  what: 'Registers a webhook for status messages that answers 404.',
  roles: everySender,
  apply: () => ({ statuses: () => ({ status: 404, items: [], again: [] }) }),
};
