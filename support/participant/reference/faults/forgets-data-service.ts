import type { Fault } from './types';

export const forgetsDataService: Fault = {
  number: 33,
  what: 'Appoints one of two services and forgets the other.',
  roles: ['SUP'],
  apply: () => ({ act: (act) => (act.name === 'appointDataService' ? [] : [act]) }),
};
