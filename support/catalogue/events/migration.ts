import { dataServices, meteringServices } from './parties';
import { interfaces } from './row';

/** An MPAN leaves the half-hourly arrangements again. */
export const migration = interfaces({
  'IF-003': {
    senders: ['REGS'],
    openHeader: true,
    events: {
      MSDeAppRM: {
        name: 'A Metering Service appointment ends by reverse migration',
        to: { primary: meteringServices, secondary: ['SUP'] },
        required: ['B013', 'B008', 'B002'],
        optional: ['B095'],
        processes: ['MIG'],
      },
      DSDeAppRM: {
        name: 'A Data Service appointment ends by reverse migration',
        to: { primary: dataServices, secondary: ['SUP'] },
        required: ['B013', 'B009', 'B002'],
        optional: ['B096'],
        processes: ['MIG'],
      },
      ReverseMigNotification: {
        name: 'Last day of half-hourly settlement of an MPAN',
        to: { secondary: ['SUP', 'LDSO'], always: ['MDS'] },
        required: ['B013', 'B094', 'B002'],
        processes: ['MIG'],
      },
    },
  },
});
