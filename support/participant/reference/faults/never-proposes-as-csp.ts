import type { Fault } from './types';

export const neverProposesAsCsp: Fault = {
  number: 12,
  what: 'Proposes with scenario COS also when it is the current supplier.',
  roles: ['SUP'],
  apply: () => ({
    act: (act) => [act.args.scenario === 'CSP' ? { ...act, args: { ...act.args, scenario: 'COS' } } : act],
  }),
};
