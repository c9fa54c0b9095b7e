import { z } from 'zod';
import { personalClasses, treatments } from '../catalogue';
import { nearest } from '../errors';

const treatment = z.enum(treatments, {
  error: ({ input }) => {
    const near = typeof input === 'string' ? nearest(input, treatments) : undefined;
    return `expected ${treatments.join(', ')}${near ? ` (did you mean ${near}?)` : ''}`;
  },
});

/** Key `redaction` of a profile: what becomes of a class of data in evidence, where it is not what its stage does. */
export const redactionPolicySchema = z.strictObject({
  address: treatment.optional(),
  freeText: treatment.optional(),
  consumption: treatment.optional(),
  advisories: treatment.optional(),
  consent: treatment.optional(),
  meterIds: treatment.optional(),
  registrationId: treatment.optional(),
  mpan: treatment.optional(),
} satisfies Record<(typeof personalClasses)[number], z.ZodType>);
