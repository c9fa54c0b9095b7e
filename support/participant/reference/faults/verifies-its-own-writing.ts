import type { Fault } from './types';

export const verifiesItsOwnWriting: Fault = {
  number: 17,
  what: 'Verifies the JSON as it would write it, not the bytes that it received.',
  roles: ['SUP'],
  apply: () => ({
    verified(verdict, { body }) {
      const text = body.toString('utf8');
      const own = JSON.stringify(JSON.parse(text));
      return own === text
        ? verdict
        : { ok: false, fault: 'hash-mismatch', detail: 'the hash of its own writing differs' };
    },
  }),
};
