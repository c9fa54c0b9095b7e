import type { CustomBlocks } from '../../catalogue';
import type { MeteringPoint } from '../acts';
import { type Assigned, assignedItems } from '../retriever/blocks';
import { fitted, type HeldMeter, meterKindOf } from './meters';

/** What the register holds of the Meter Data Retriever of an MPAN. */
export interface RetrieverFacts {
  assigned: Assigned | null;
  /** Asked for by IF-034 [SDS-MDRUpdate]; the DCC has not answered. */
  asked: (Assigned & { correlationID: string | null }) | null;
}

export const noRetriever = (): RetrieverFacts => ({ assigned: null, asked: null });

/** The retriever that an MPAN was loaded with. */
export const loadedRetriever = ({ retriever }: Pick<MeteringPoint, 'retriever'>, from: string): RetrieverFacts => ({
  assigned: retriever ? { ...retriever, from } : null,
  asked: null,
});

/** B019, which is published of MPANs with a smart meter, and of those that await their first meter. */
export function assignedBlock({
  retrieval,
  meters,
}: {
  retrieval: RetrieverFacts;
  meters: readonly HeldMeter[];
}): CustomBlocks['B019'] | undefined {
  const there = fitted(meters);
  const smart = there.length === 0 || there.some(({ details }) => meterKindOf(details.meterType) === 'smart');
  return smart && retrieval.assigned ? assignedItems(retrieval.assigned) : undefined;
}
