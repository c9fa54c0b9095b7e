import type { Rule } from '../update';
import { contractRules } from './contract-rules';
import { correctionRules } from './correction-rules';
import { meterRules } from './meter-rules';
import { relationshipRules } from './relationship-rules';
import { requestRules } from './request-rules';
import { supplierRules } from './supplier-rules';

/** What each response code of the Registration Service objects to, as far as updates can raise it. */
export const rules: Readonly<Record<string, Rule>> = {
  ...requestRules,
  ...supplierRules,
  ...meterRules,
  ...correctionRules,
  ...contractRules,
  ...relationshipRules,
};
