import type { CustomBlocks } from '../../catalogue';
import { type Assigned, assignedItems, namedBlock } from '../retriever/blocks';
import type { Outgoing } from '../types';

/** IF-061 [MDRStart] to the retriever; undefined while the site is not known well enough. */
export function start(retriever: Assigned, site: Partial<CustomBlocks>): Outgoing | undefined {
  const { B012, B023, B025, B031, B068, B905List } = site;
  if (!B023 || !B025 || !B068) return undefined;
  const meters = (B905List ?? []).flatMap(({ existingMeter }) => existingMeter ?? []);
  return {
    ...{ interface: 'IF-061', event: 'MDRStart' },
    custom: {
      B019: assignedItems(retriever),
      B078: { energyDirection: B023.energyDirection },
      ...{ B025, B068 },
      ...(B012 && { B012 }),
      ...(B031 && { B031 }),
      ...(meters.length > 0 && { B074List: meters }),
    },
    ...{ primaryRecipients: [retriever.dipId], correlationID: null },
  };
}

/** IF-063 [MDRStop] to the retriever; `to` is the date-time at which it ends. */
export function stop({ dipId, mpid }: Assigned, to: string): Outgoing {
  return {
    ...{ interface: 'IF-063', event: 'MDRStop' },
    custom: { B083: { assignedMDRDIPID: dipId, assignedMDRMPID: mpid, assignedMDREffectiveToDate: to } },
    ...{ primaryRecipients: [dipId], correlationID: null },
  };
}

/** IF-034 [SDS-MDRUpdate] to the Registration Service. */
export function update(retriever: Assigned, B012: CustomBlocks['B012']): Outgoing {
  return {
    ...{ interface: 'IF-034', event: 'SDS-MDRUpdate' },
    custom: { B012, ...namedBlock(retriever) },
    ...{ primaryRecipients: [], correlationID: null },
  };
}

/** IF-065, a request for a reading now, or as of a date-time. */
export function request(event: 'MDRInstantaneous' | 'MDRTOU' | 'MDRConsumption', to: string, asOf?: string): Outgoing {
  return {
    ...{ interface: 'IF-065', event },
    custom: asOf === undefined ? {} : { B077: { MDRReferenceDateTime: asOf } },
    ...{ primaryRecipients: [to], correlationID: null },
  };
}
