import { changing } from './edit';
import { everySender, type Fault } from './types';

export const mpanAsNumber: Fault = {
  number: 38,
  what: 'Writes the MPAN as a number.',
  roles: everySender,
  apply: () => changing(({ CommonBlock: { M0 } }) => (M0.MPANCore = Number(M0.MPANCore))),
};
