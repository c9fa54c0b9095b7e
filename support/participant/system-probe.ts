import { z } from 'zod';

/** The key `probes.systemUnderTest` of a profile: a call that answers with name and versions. */
export const systemProbe = z.strictObject({
  method: z.enum(['GET', 'POST']).default('GET'),
  path: z.string().startsWith('/', 'expected a path that begins with /'),
  /** Where in the answer they stand, as keys joined by dots: `data.item`. */
  at: z.string().min(1).optional(),
});
