import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { startProcess } from '../../process';
import { writePrivate } from '../../wire';
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
 * Starts a reference participant as a process of its own and waits until it says that it is ready. It ends with this
 * process. QualifyErrors: PROCESS_ENDED, PROCESS_NOT_READY, each with the last lines of its log.
 */
export async function startReference(o: {
  config: ReferenceConfig;
  logFile: string;
  signal?: AbortSignal;
  readyWithinMs?: number;
}): Promise<ReferenceProcess> {
  const file = path.join(o.config.stateDir, `reference-${process.pid}-${randomBytes(4).toString('hex')}.json`);
  await writePrivate(file, JSON.stringify(o.config));
  try {
    const { ready, ended, stop } = await startProcess({
      name: 'The reference participant',
      script: path.join(__dirname, 'main'),
      args: ['--config', file],
      logFile: o.logFile,
      ready: readySchema,
      ...(o.signal ? { signal: o.signal } : {}),
      ...(o.readyWithinMs === undefined ? {} : { readyWithinMs: o.readyWithinMs }),
    });
    return { triggers: ready.triggers, webhook: ready.webhook, ended, stop };
  } finally {
    await rm(file, { force: true });
  }
}
