import { everyRole, type Fault } from './types';

export const trustsAnySignature: Fault = {
  number: 18,
  what: 'Does not look at the signature of what it is sent.',
  roles: everyRole,
  apply: () => ({ verified: () => ({ ok: true, fingerprint: '' }) }),
};
