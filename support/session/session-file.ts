import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * What a worker needs to take part in a run: written by the coordinator into the state folder, readable by its owner
 * only, named by QUALIFY_SESSION.
 */
const sessionSchema = z.object({
  run: z.string(),
  /** Where the run's files go. */
  folder: z.string(),
  hub: z.string(),
  token: z.string(),
  stateDir: z.string(),
  /** Environment and register, as loaded. */
  environmentFile: z.string(),
  assumptionsFile: z.string(),
  participantFile: z.string(),
  /** Base address of the bundled reference participant's triggers; null for a system of the user's own. */
  startedTriggers: z.string().nullable(),
  /** Roles that the run is about. */
  roles: z.array(z.string()),
  /** DIP IDs that the run is about, in the order in which they fill positions. */
  dipIds: z.array(z.string()),
});
export type SessionFile = z.infer<typeof sessionSchema>;

/** Reads the session that the coordinator left for its workers; undefined outside a run (as in a dry run). */
export function readSession(env: NodeJS.ProcessEnv = process.env): SessionFile | undefined {
  const file = env.QUALIFY_SESSION;
  return file ? sessionSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
