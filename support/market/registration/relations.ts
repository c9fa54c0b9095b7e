import type { CustomBlocks } from '../../catalogue';
import type { MeteringPoint } from '../acts';
import type { Pair } from '../proposal';

export type RelationKind = 'linked' | 'related';

/** One MPAN of a group, as the register knew it when the group was formed. */
export interface Member {
  mpan: string;
  energyDirection: 'I' | 'E';
  supplier: Pair | null;
}

/**
 * MPANs that belong together: an import MPAN with its exports (linked), or a primary with its secondaries (related).
 * Every member's register holds the whole group.
 */
export interface Group {
  principal: Member;
  subsidiaries: Member[];
}

export type Relations = { [K in RelationKind]?: Group };

/** The pair that a test MPAN was loaded in: one supplier holds both, and the export of a linked pair is the dependent one. */
export function loadedRelations({ pairedWith, energyDirection, supplier }: MeteringPoint, mpan: string): Relations {
  if (!pairedWith) return {};
  const { as: kind, mpan: partner, principal } = pairedWith;
  const partnerDirection = kind === 'related' ? energyDirection : principal ? 'E' : 'I';
  const own: Member = { mpan, energyDirection, supplier };
  const other: Member = { mpan: partner, energyDirection: partnerDirection, supplier };
  return { [kind]: principal ? { principal: own, subsidiaries: [other] } : { principal: other, subsidiaries: [own] } };
}

/** The relations with one group in place of what there was of its kind. */
export const withGroup = (relations: Relations, kind: RelationKind, group: Group | null): Relations => ({
  ...relations,
  [kind]: group ?? undefined,
});

export const isPrincipal = (group: Group | undefined, mpan: string): boolean => group?.principal.mpan === mpan;

/** True for a linked export MPAN or a related secondary one: its services follow those of its principal. */
export const isDependent = (group: Group | undefined, mpan: string): boolean =>
  group !== undefined && !isPrincipal(group, mpan);

/** The other MPANs of the link, as B035List and B907List name them. */
export function linkedList({ linked }: Relations, mpan: string): CustomBlocks['B035List'] | undefined {
  if (!linked) return undefined;
  return [linked.principal, ...linked.subsidiaries]
    .filter((it) => it.mpan !== mpan)
    .map((it) => ({
      linkedImportExportMPAN: it.mpan,
      linkedMPANEnergyDirection: it.energyDirection,
      importExportMPANSupplierDIPID: it.supplier?.dipId ?? null,
      importExportMPANSupplierMPID: it.supplier?.mpid ?? null,
    }));
}

/** The pairs of primary and secondary MPAN, as B037List and B908List name them. */
export function relatedList({ related }: Relations): CustomBlocks['B037List'] | undefined {
  return related?.subsidiaries.map((it) => ({ primaryMPAN: related.principal.mpan, secondaryMPAN: it.mpan }));
}
