import { everySender, type Fault } from './types';

export const losesWhatWaited: Fault = {
  number: 27,
  what: 'Repeats what got no answer, and loses what the DIP has asked it to send later.',
  roles: everySender,
  apply: () => ({ again: (message, { afterMs }) => (afterMs === undefined ? message : undefined) }),
};
