import { type CustomBlocks, instant } from '../../catalogue';
import type { MeteringPoint } from '../acts';
import type { Pair } from '../proposal';
import { blocksOf } from '../records/held-facts';
import { type Assigned, assignedOf } from '../retriever/blocks';
import { emptyService, type ServiceState } from './service-state';

/** What a data service holds of the retrieval of an MPAN. */
export interface Retrieval {
  /** The supplier that it serves. */
  B012: CustomBlocks['B012'] | null;
  /** The consent of the proposal, until the Registration Service tells what is held. */
  proposed: CustomBlocks['B068'] | null;
  /** A retriever of its own, for B018; without a date it begins with the appointment. */
  own: (Pair & { from?: string }) | null;
  /** As the Registration Service has told; `refuses`: it answered IF-061 so. */
  assigned: (Assigned & { refuses?: true }) | null;
  /** Started by IF-061 and not stopped, with the consent that was told. */
  running: (Assigned & { consent: string }) | null;
  /** Date-time from which it was told to stop, whatever is assigned. */
  haltedAt: string | null;
  /** Who comes next (B011), with the start. */
  successor: { dipId: string; from: string } | null;
}

/** What a Data Service holds of an MPAN. */
export interface DataServiceState extends ServiceState {
  retrieval: Retrieval;
}

export const emptyDataService = (): DataServiceState => ({
  ...emptyService(),
  retrieval: {
    ...{ B012: null, proposed: null, own: null, assigned: null },
    ...{ running: null, haltedAt: null, successor: null },
  },
});

/** Changes what is held of the retrieval. */
export function withRetrieval<S extends DataServiceState>(state: S, change: Partial<Retrieval>): S {
  return { ...state, retrieval: { ...state.retrieval, ...change } };
}

/** What is known of the site, by block. */
export function siteOf({ facts, retrieval: { B012, proposed } }: DataServiceState): Partial<CustomBlocks> {
  return { ...(proposed && { B068: proposed }), ...blocksOf(facts), ...(B012 && { B012 }) };
}

/** The ids of the meters that are known to be there. */
export const metersOf = ({ B905List = [] }: Partial<CustomBlocks>): string[] =>
  B905List.flatMap(({ existingMeter }) => existingMeter?.meterID ?? []);

/** Takes an assigned retriever; of two the one that begins later stands, so that it does not matter which came first. */
export function learnAssigned<S extends DataServiceState>(state: S, block: CustomBlocks['B019']): S {
  const learnt = assignedOf(block);
  const { assigned } = state.retrieval;
  if (assigned && (instant(assigned.from) ?? 0) > (instant(learnt.from) ?? 0)) return state;
  if (assigned?.dipId === learnt.dipId && assigned.from === learnt.from) return state;
  return withRetrieval(state, { assigned: learnt, haltedAt: null });
}

/** Of a loaded MPAN: its supplier, and a retriever that runs where there is one. */
export function loadedRetrieval({ supplier, retriever }: MeteringPoint, from: string): Partial<Retrieval> {
  const assigned = retriever ? { ...retriever, from } : null;
  return {
    B012: {
      serviceProviderAppointmentRequestingSupplierDIPID: supplier.dipId,
      serviceProviderAppointmentRequestingSupplierMPID: supplier.mpid,
    },
    assigned,
    // Loaded MPANs have the consent H.
    running: assigned && { ...assigned, consent: 'H' },
  };
}
