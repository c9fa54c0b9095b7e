import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { optimiseLate } from '../process';

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

let tell: () => void = () => undefined;
const there = new Promise<void>((resolve) => (tell = resolve));

/** Says in this process that the session was written. */
export const sessionIsThere = (): void => tell();

/** What the coordinator sends its workers when the session was written: they load themselves before. */
export const sessionNews = { session: 'written' } as const;

/** Makes this process a worker of a run: it hears when the session was written. */
export function joinRun(): void {
  optimiseLate();
  const hear = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('session' in message)) return;
    process.off('message', hear);
    tell();
  };
  process.on('message', hear);
}

/** Reads the session as soon as it is there; undefined outside a run (as in a dry run). */
export async function readSession(env: NodeJS.ProcessEnv = process.env): Promise<SessionFile | undefined> {
  const file = env.QUALIFY_SESSION;
  if (!file) return undefined;
  await there;
  return sessionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
