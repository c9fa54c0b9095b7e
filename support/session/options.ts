import { z } from 'zod';
import { errorsOf, sessionErrors } from '../errors';

const raise = errorsOf(sessionErrors);

/** What a run is asked for: the options of `qualify run`, and of the plugin (`--plugin-options`, key `qualify`). */
export const runOptions = z.strictObject({
  /** Profile of the participant; null takes the bundled reference participant. */
  participant: z.string().nullable().default(null),
  stage: z.enum(['PIT', 'SIT', 'UIT']).nullable().default(null),
  environment: z.string().nullable().default(null),
  /** The user's file of confirmed assumptions. */
  assumptions: z.string().nullable().default(null),
  roles: z.array(z.string()).default([]),
  /** Identities of the profile that the run is about, in the order in which they fill positions. */
  dipIds: z.array(z.string()).default([]),
  processes: z.array(z.string()).default([]),
  scenarios: z.array(z.string()).default([]),
  types: z.array(z.string()).default([]),
  /** Two releases: the scenarios in which a message goes that differs between them. */
  impacted: z.tuple([z.string(), z.string()]).nullable().default(null),
  /** Folder below which the run folder is made; null takes reports/ in the current folder. */
  out: z.string().nullable().default(null),
  strict: z.boolean().default(false),
  /** Faults of the bundled reference participant, by name. */
  faults: z.array(z.string()).default([]),
  /** Port of the simulated DIP on loopback; 0 takes a free one. */
  dipPort: z.number().int().min(0).max(65535).default(0),
});
export type RunOptions = z.infer<typeof runOptions>;

/** Options as a profile of Cucumber or `--plugin-options` gives them. QualifyError RUN_OPTION_WRONG. */
export function readOptions(given: unknown): RunOptions {
  const parsed = runOptions.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  const option = path.join('.') || 'qualify';
  throw raise('RUN_OPTION_WRONG', { option, problem: message }, `pluginOptions.qualify: ${option}`);
}
