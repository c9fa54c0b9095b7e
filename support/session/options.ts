import { z } from 'zod';

/** What a run is asked for: the options of `qualify run`, and of the plugin (`--plugin-options`, key `qualify`). */
export const runOptions = z.strictObject({
  /** Profile of the participant; null takes the bundled reference participant. */
  participant: z.string().nullable().default(null),
  stage: z.enum(['PIT', 'SIT', 'UIT']).default('PIT'),
  environment: z.string().nullable().default(null),
  roles: z.array(z.string()).default([]),
  processes: z.array(z.string()).default([]),
  scenarios: z.array(z.string()).default([]),
  types: z.array(z.string()).default([]),
  /** Folder below which the run folder is made; null takes reports/ in the current folder. */
  out: z.string().nullable().default(null),
  strict: z.boolean().default(false),
});
export type RunOptions = z.infer<typeof runOptions>;
