import { dataServices, meteringServices } from './parties';
import { interfaces } from './row';

/** Industry Standing Data. */
export const standingData = interfaces({
  'IF-047': {
    senders: ['ISD'],
    to: {
      always: ['SUP', 'LDSO', 'REGS', ...meteringServices, ...dataServices, 'MDR', 'MDS', 'LSS', 'VAS', 'EES'],
    },
    common: ['S1'],
    openHeader: true,
    events: {
      ISD: { name: 'Standing data is out, for download', optional: ['P01', 'P02List'], processes: ['BP021'] },
    },
  },
});
