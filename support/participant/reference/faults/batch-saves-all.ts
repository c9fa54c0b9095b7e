import { taken } from './taken';
import { everyRole, type Fault } from './types';

export const batchSavesAll: Fault = {
  number: 19,
  what: 'Takes a bad publication when good ones travel in the same call.',
  roles: everyRole,
  apply: () => ({
    judgedTogether: (judgements, payloads) =>
      judgements.some(({ message }) => message)
        ? judgements.map((one, index) => (one.message ? one : taken(one, payloads[index])))
        : judgements,
  }),
};
