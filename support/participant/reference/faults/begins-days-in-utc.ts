import { instant } from '../../../catalogue';
import { changing, type Draft } from './edit';
import { everySender, type Fault } from './types';

/** In summer the local midnight is 23:00 UTC of the day before. */
function toUtcDay({ CustomBlock }: Draft): void {
  for (const block of Object.values(CustomBlock)) {
    for (const [item, value] of Object.entries(block)) {
      const ms = typeof value === 'string' && value.length === 25 ? instant(value) : undefined;
      if (ms !== undefined) block[item] = `${new Date(ms).toISOString().slice(0, 10)}T00:00:00+00:00`;
    }
  }
}

export const beginsDaysInUtc: Fault = {
  number: 4,
  what: 'Writes effective dates as the midnight of their UTC day: a day early in summer.',
  roles: everySender,
  apply: () => changing(toUtcDay),
};
