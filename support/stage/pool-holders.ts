import { DateTime } from 'luxon';
import { serviceRole, type Segment } from '../catalogue';
import type { TestMpan } from './pool-kind';

export const holderFacts = ['supplier', 'meteringService', 'dataService', 'retriever', 'distributor'] as const;

/** Who holds an MPAN: its supplier, its services, its retriever, its network. */
export type HolderFact = (typeof holderFacts)[number];

interface Known {
  dipId: string;
  mpid: string;
}

/** The position that holds an MPAN in each way before a scenario begins. */
export function holderPositions(segment: Segment, supplier = 'SUP (outgoing)'): Record<HolderFact, string> {
  return {
    supplier,
    meteringService: `${serviceRole('metering', segment)} (incumbent)`,
    dataService: `${serviceRole('data', segment)} (incumbent)`,
    retriever: 'MDR (incumbent)',
    distributor: 'LDSO',
  };
}

/** Whether an MPAN is held, where it says by whom, by those who fill the positions. `supplier`: its position. */
export function suitsPositions(
  mpan: TestMpan,
  positions: Readonly<Record<string, string>>,
  parties: readonly Known[],
  supplier?: string,
): boolean {
  const at = holderPositions(mpan.segment, supplier);
  return holderFacts.every((fact) => {
    const stated = mpan[fact];
    const dipId = positions[at[fact]];
    return stated === undefined || (dipId !== undefined && isParty(stated, dipId, parties));
  });
}

/** The positions as an MPAN states them, where it names parties that there are. */
export function statedPositions(mpan: TestMpan, parties: readonly Known[]): Record<string, string> {
  const at = holderPositions(mpan.segment);
  const stated = holderFacts.flatMap((fact) => {
    const party = parties.find(({ dipId }) => mpan[fact] !== undefined && isParty(mpan[fact], dipId, parties));
    return party ? [[at[fact], party.dipId]] : [];
  });
  return Object.fromEntries(stated) as Record<string, string>;
}

/** Whether a DIP ID, or an MPID, is that of the party. */
function isParty(stated: string, dipId: string, parties: readonly Known[]): boolean {
  return stated === dipId || parties.some((party) => party.dipId === dipId && party.mpid === stated);
}

/** The local day since when an MPAN that does not say it is held: a year ago. */
export function heldSince(today: Date): string {
  return DateTime.fromJSDate(today, { zone: 'Europe/London' }).minus({ years: 1 }).toISODate()!;
}
