import { dataServices } from './parties';
import { interfaces } from './row';

/** What data services estimate with: load shapes, a supplier's advice, annual consumption. */
export const estimation = interfaces({
  'IF-022': {
    senders: ['LSS'],
    to: { always: ['SUP', ...dataServices] },
    common: ['S1'],
    events: {
      LSSPeriodData: {
        name: 'Load shapes of a UTC day by half-hour',
        required: ['B903List'],
        processes: ['BP018', 'BP005'],
      },
    },
  },
  'IF-023': {
    senders: ['LSS'],
    to: { always: ['SUP', ...dataServices] },
    common: ['S1'],
    events: {
      LSSTotalsData: {
        name: 'Load shapes of a UTC day, totals',
        required: ['B912List'],
        processes: ['BP018', 'BP005'],
      },
    },
  },
  'IF-024': {
    senders: ['SUP'],
    to: { secondary: ['SDS', 'ADS', 'MDR'] },
    events: {
      'SN-Vacant': {
        name: 'The site stands empty for long',
        required: ['B057'],
        processes: ['BP004', 'BP005', 'BP015'],
        trigger: 'inferred',
      },
      'SN-NoComms': {
        name: 'The meter cannot be reached',
        required: ['B057'],
        processes: ['BP004', 'BP015'],
        trigger: 'inferred',
      },
      'SN-RemoteEnabled': {
        name: 'The supply was switched on remotely',
        required: ['B057', 'B069'],
        processes: ['BP004', 'BP008'],
        trigger: 'inferred',
      },
      'SN-RemoteDisabled': {
        name: 'The supply was switched off remotely',
        required: ['B057', 'B069'],
        processes: ['BP004', 'BP008'],
        trigger: 'inferred',
      },
      'SN-SupplierAC': {
        name: 'An annual consumption of the supplier’s own',
        required: ['B057', 'B058'],
        processes: ['BP005'],
        trigger: 'inferred',
      },
      'SN-OffPeakDec': {
        name: 'The off-peak share of some days',
        required: ['B097List'],
        processes: ['BP005'],
        trigger: 'inferred',
      },
    },
  },
  'IF-040': {
    senders: ['MDS'],
    sending: 'inferred',
    to: { secondary: ['SUP', ...dataServices, 'LDSO', 'REGS'], always: ['EES'] },
    events: {
      AnnualConsumption: {
        name: 'A new annual consumption of the MPAN',
        required: ['B059'],
        processes: ['BP019', 'BP005'],
      },
    },
  },
});
