import type { CustomBlocks } from '../../catalogue';
import type { Pair } from '../proposal';

/** A Meter Data Retriever with the date-time (25 characters) from which it is assigned. */
export interface Assigned extends Pair {
  from: string;
}

type AssignedBlock = CustomBlocks['B019'];

/** The items that B019, B066 and B092 have in common. */
export const assignedItems = ({ dipId, mpid, from }: Assigned): AssignedBlock => ({
  assignedMDRDIPID: dipId,
  assignedMDRMPID: mpid,
  assignedMDREffectiveFromDate: from,
});

/** The retriever of B019, B066 or B092. */
export const assignedOf = (block: AssignedBlock): Assigned => ({
  dipId: block.assignedMDRDIPID,
  mpid: block.assignedMDRMPID,
  from: block.assignedMDREffectiveFromDate,
});

/** B018, a retriever that the Smart Data Service names. */
export const namedBlock = ({ dipId, mpid, from }: Assigned): Pick<CustomBlocks, 'B018'> => ({
  B018: {
    SDSNominatedMDRDIPID: dipId,
    SDSNominatedMDRMPID: mpid,
    SDSNominatedMDRRequestedEffectiveFromDate: from,
  },
});

/** The retriever of B018. */
export const namedOf = (block: CustomBlocks['B018']): Assigned => ({
  dipId: block.SDSNominatedMDRDIPID,
  mpid: block.SDSNominatedMDRMPID,
  from: block.SDSNominatedMDRRequestedEffectiveFromDate,
});

/** The retriever that the supplier nominated with a Data Service (B071), as it stands there; undefined without one. */
export function nominatedOf(block: CustomBlocks['B071']): (Pair & { from: string | null }) | undefined {
  const { supplierNominatedMDRDIPID: dipId, supplierNominatedMDRMPID: mpid } = block;
  if (dipId === null && mpid === null) return undefined;
  return { dipId: dipId ?? '', mpid: mpid ?? '', from: block.supplierNominatedMDREffectiveFromDate };
}

/** The blocks of IF-061, which IF-062 repeats. */
export const startNames = ['B019', 'B078', 'B025', 'B068', 'B012', 'B031', 'B074List', 'B060'] as const;
