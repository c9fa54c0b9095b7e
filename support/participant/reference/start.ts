import path from 'node:path';
import { z } from 'zod';
import { startProcess } from '../../process';
import type { ReferenceConfig } from './config';

const readySchema = z.object({ ready: z.literal(true), triggers: z.url(), webhook: z.url() });

export interface ReferenceProcess {
  /** Base address of its triggers and probes. */
  triggers: string;
  /** Base address of its webhooks. */
  webhook: string;
  /** Resolves when the process has ended, with how: `SIGKILL`, `exit code 1`. */
  ended: Promise<string>;
  /** Tells it to end and waits for that; a second call waits for the same. */
  stop(): Promise<void>;
}

/**
 * Starts a reference participant as a process of its own and waits until it says that it is ready. It loads itself while
 * its configuration is made, and ends with this process. Rejects as `config` does. QualifyErrors: PROCESS_ENDED,
 * PROCESS_NOT_READY, each with the last lines of its log.
 */
export async function startReference(o: {
  config: ReferenceConfig | Promise<ReferenceConfig>;
  logFile: string;
  signal?: AbortSignal;
  readyWithinMs?: number;
}): Promise<ReferenceProcess> {
  const { ready, ended, stop } = await startProcess({
    name: 'The reference participant',
    script: path.join(__dirname, 'main'),
    args: [],
    told: Promise.resolve(o.config).then((config) => JSON.stringify(config)),
    logFile: o.logFile,
    ready: readySchema,
    ...(o.signal ? { signal: o.signal } : {}),
    ...(o.readyWithinMs === undefined ? {} : { readyWithinMs: o.readyWithinMs }),
  });
  return { triggers: ready.triggers, webhook: ready.webhook, ended, stop };
}
