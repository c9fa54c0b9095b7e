import { meteredDataServices, meteredServices } from './parties';
import { interfaces } from './row';

const both = ['B064List', 'B065List'] as const;
const most = { B065List: 48 } as const;
const fromData = { optional: both, most, senders: meteredDataServices, sending: 'inferred' } as const;
const fromMetering = { optional: both, most, senders: meteredServices, sending: 'inferred' } as const;
const fromSupplier = { optional: both, most, senders: ['SUP'], sending: 'inferred' } as const;
const toServices = { secondary: ['SDS', 'ADS', 'SUP'] } as const;

/** Readings of meter registers, and the retrieval of data from smart meters. */
export const reading = interfaces({
  'IF-041': {
    events: {
      ReadingRemote: {
        ...fromData,
        name: 'A reading taken remotely',
        to: { secondary: ['SUP', 'LDSO'] },
        processes: ['BP004'],
        trigger: 'inferred',
      },
      ReadingRemv: {
        ...fromMetering,
        name: 'The last reading of a removed meter',
        to: toServices,
        processes: ['BP009', 'BP007', 'BP011'],
        trigger: 'inferred',
      },
      ReadingInstl: {
        ...fromMetering,
        name: 'The first reading of a fitted meter',
        to: toServices,
        processes: ['BP009', 'BP006', 'BP011'],
        trigger: 'inferred',
      },
      ReadingEnergisationChg: {
        ...fromMetering,
        name: 'A reading at energisation or de-energisation',
        to: toServices,
        processes: ['BP008', 'BP006', 'BP007'],
        trigger: 'inferred',
      },
      ReadingCOR: {
        ...fromData,
        name: 'A reading of a configurable register',
        to: { secondary: ['SUP'] },
        processes: ['BP004'],
        trigger: 'inferred',
      },
      ReadingOnSite: {
        ...fromData,
        name: 'A reading taken on site',
        senders: [...meteredDataServices, ...meteredServices],
        to: { secondary: ['SUP', ...meteredDataServices] },
        processes: ['BP004', 'BP015'],
        trigger: 'inferred',
      },
      ReadingCOS: {
        ...fromData,
        name: 'The reading of a change of supplier',
        to: { primary: meteredDataServices, secondary: ['SUP'], outgoing: ['SUP'] },
        processes: ['BP001', 'BP003C'],
      },
      DSEstimate: {
        ...fromData,
        name: 'An estimated reading of the Data Service',
        to: { primary: meteredDataServices, secondary: ['SUP'], outgoing: ['SUP'] },
        processes: ['BP001', 'BP003C', 'BP004'],
        trigger: 'inferred',
      },
      SupplierAgreedCOS: {
        ...fromSupplier,
        name: 'A reading of a change of supplier that suppliers agreed on',
        to: { primary: meteredDataServices },
        processes: ['BP001', 'BP016'],
        trigger: 'inferred',
      },
      ReadingOverride: {
        ...fromSupplier,
        name: 'A reading that replaces an earlier one',
        to: { primary: meteredDataServices },
        processes: ['BP004', 'BP016'],
        trigger: 'inferred',
      },
    },
  },
});
