import type { Fault } from './types';

const dated = ['changeConsent', 'reportDisplay', 'nameSmso', 'changeProfile'];
const daysEarly = 2;

function earlier(date: string): string {
  return new Date(Date.parse(date) - daysEarly * 86_400_000).toISOString().slice(0, 10);
}

export const datesItemsEarly: Fault = {
  number: 22,
  what: 'Dates an item that it maintains before the day from which it is so.',
  roles: ['SUP'],
  apply: () => ({
    act: (act) => [
      dated.includes(act.name) && typeof act.args.from === 'string'
        ? { ...act, args: { ...act.args, from: earlier(act.args.from) } }
        : act,
    ],
  }),
};
