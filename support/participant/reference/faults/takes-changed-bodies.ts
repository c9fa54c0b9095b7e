import { everyRole, type Fault } from './types';

export const takesChangedBodies: Fault = {
  number: 18,
  what: 'Verifies the signature and never the hash of the body that it covers.',
  roles: everyRole,
  apply: () => ({
    verified: (verdict) =>
      verdict.ok || verdict.fault !== 'hash-mismatch' ? verdict : { ok: true, fingerprint: verdict.fingerprint ?? '' },
  }),
};
