import type { Fault } from './types';

export const givesUp: Fault = {
  number: 27,
  what: 'Loses what the DIP could not take at once: no second attempt after 503 or a lost connection.',
  roles: ['SUP', 'MSS'],
  apply: () => ({ again: () => undefined }),
};
