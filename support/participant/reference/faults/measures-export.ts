import { changing } from './edit';
import type { Fault } from './types';

const asExport = { measurementQuantityID: 'AE' };

export const measuresExport: Fault = {
  what: 'Gives out the half-hours of an import as export.',
  roles: ['SDS', 'ADS', 'MDR'],
  apply: () =>
    changing(
      ({ CustomBlock: { B045, B900 } }) => {
        if (B045) Object.assign(B045, asExport);
        if (B900) B900.MQID = asExport;
      },
      ['IF-021', 'IF-064'],
    ),
};
