import type { Fault } from './types';

const daysEarly = 60;

function earlier(date: unknown): string {
  return new Date(Date.parse(String(date)) - daysEarly * 86_400_000).toISOString().slice(0, 10);
}

export const proposesBeforeItsOwnership: Fault = {
  number: 22,
  what: 'Dates a proposal back to before it supplies the MPAN.',
  roles: ['SUP'],
  apply: () => ({
    act: (act) => [
      act.name.startsWith('appoint') ? { ...act, args: { ...act.args, from: earlier(act.args.from) } } : act,
    ],
  }),
};
