/** Personal data in the evidence of a run: what is struck, by which policy, and the record of it. */
export { applyPolicy } from './apply-policy';
export { policyOf, stagePolicies, type Policy, type Stage } from './policy';
export { keyFile } from './pseudonym-key';
export { readRedaction, redactionSchema, type Redaction } from './record';
export { requireSettled } from './settle';
