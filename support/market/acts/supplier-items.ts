import { z } from 'zod';
import type { ActDefinition } from './definition';
import { date, registrationId } from './values';

const item = z.object({
  /** From when on; absent: today, or the start of the supply if that is later. */
  from: date.optional(),
  /** The CSS registration id to quote in B013. */
  registrationId: registrationId.optional(),
});

const mpan = z.string().length(13).describe('an MPAN');

/** The act is given for the principal MPAN: the import one of a link, the primary of a group. */
const relationship = z.object({
  /** The MPANs that join it or leave it. */
  subsidiaries: z.array(mpan).min(1),
  note: z.string().min(1).max(200).optional(),
});

/** Items of the register that a supplier maintains, and MPANs that it brings together. */
export const supplierItemActs = {
  changeConsent: {
    kind: 'business',
    roles: ['SUP'],
    says: 'changes the HH data consent of',
    what: 'The supplier records how finely the customer lets data be read: IF-025 [ConsentGranularity].',
    args: item.extend({ granularity: z.enum(['H', 'D', 'M', 'N']).default('D') }),
  },
  reportDisplay: {
    kind: 'business',
    roles: ['SUP'],
    says: 'reports the in-home display of',
    what: 'The supplier records what became of the in-home display: IF-025 [IHDInfo].',
    args: item.extend({ status: z.enum(['I', 'D', 'E', 'F']).nullable().default('I') }),
  },
  nameSmso: {
    kind: 'business',
    roles: ['SUP'],
    says: 'names the SMSO of',
    what: 'The supplier names the SMSO of a SMETS1 meter: IF-025 [SMSO].',
    args: item.extend({ smso: z.string().min(1).max(4).nullable().default('SMSO') }),
  },
  changeProfile: {
    kind: 'business',
    roles: ['SUP'],
    says: 'changes the SSC and Profile Class of',
    what: 'The supplier maintains the settlement configuration of before: IF-025 [SSCandProfileClass].',
    args: item.extend({
      profileClass: z
        .string()
        .regex(/^\d{1,2}$/)
        .nullable()
        .default('02'),
      ssc: z
        .string()
        .regex(/^\d{4}$/)
        .nullable()
        .default('0151'),
    }),
  },
  linkExport: {
    kind: 'business',
    roles: ['SUP'],
    says: 'links exports to',
    what: 'The supplier asks to link export MPANs to an import MPAN: IF-019 [LinkedImportExportCreate].',
    args: relationship,
  },
  addLinkedExport: {
    kind: 'business',
    roles: ['SUP'],
    says: 'adds exports to the link of',
    what: 'The supplier asks to add export MPANs to a link: IF-019 [LinkedImportExportAdd].',
    args: relationship,
  },
  removeLinkedExport: {
    kind: 'business',
    roles: ['SUP'],
    says: 'removes exports from the link of',
    what: 'The supplier asks to take export MPANs out of a link: IF-019 [LinkedImportExportRemove].',
    args: relationship,
  },
  relateMpans: {
    kind: 'business',
    roles: ['SUP'],
    says: 'relates secondaries to',
    what: 'The supplier asks to form a group of related MPANs: IF-019 [RelatedCreate].',
    args: relationship,
  },
  addRelatedMpan: {
    kind: 'business',
    roles: ['SUP'],
    says: 'adds secondaries to the group of',
    what: 'The supplier asks to add secondary MPANs to a group: IF-019 [RelatedAdd].',
    args: relationship,
  },
  removeRelatedMpan: {
    kind: 'business',
    roles: ['SUP'],
    says: 'removes secondaries from the group of',
    what: 'The supplier asks to take secondary MPANs out of a group: IF-019 [RelatedRemove].',
    args: relationship,
  },
} as const satisfies Record<string, ActDefinition>;
