import { everySender, type Fault } from './types';

export const neverAsksAgain: Fault = {
  number: 16,
  what: 'Never asks the DIP for what it has missed.',
  roles: everySender,
  apply: () => ({ act: (act) => (/^request(Requeue|Replay)$/.test(act.name) ? [] : [act]) }),
};
