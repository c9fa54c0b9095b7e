import type { ActDefinition } from './definition';
import { registerNoticeActs } from './register-notices';
import { siteWorkActs } from './site-work';
import { supplierItemActs } from './supplier-items';

/** What changes about an MPAN while its supplier and services stay, and who asks for it. */
export const updateActs = {
  ...supplierItemActs,
  ...siteWorkActs,
  ...registerNoticeActs,
} as const satisfies Record<string, ActDefinition>;
