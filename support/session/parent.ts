import { z } from 'zod';

/** What a run tells the command that started it. */
export const runNews = z.discriminatedUnion('kind', [
  /** What the run will do: its options were checked. */
  z.object({
    kind: z.literal('announced'),
    stage: z.string(),
    release: z.string(),
    participant: z.string(),
    roles: z.array(z.string()),
    scenarios: z.number(),
    workers: z.number(),
    /** Columns of the longest scenario id. */
    idWidth: z.number(),
  }),
  z.object({ kind: z.literal('folder'), folder: z.string(), run: z.string() }),
  z.object({ kind: z.literal('started'), of: z.number() }),
  /** A scenario begins a step, or with null a hook. */
  z.object({ kind: z.literal('step'), id: z.string(), step: z.string().nullable() }),
  z.object({
    kind: z.literal('progress'),
    done: z.number(),
    of: z.number(),
    id: z.string(),
    name: z.string(),
    /** By its steps; the verdict is told when the run has ended. */
    passed: z.boolean(),
    durationMs: z.number(),
  }),
  z.object({ kind: z.literal('done'), exitCode: z.number() }),
  z.object({
    kind: z.literal('refused'),
    code: z.string(),
    blame: z.enum(['participant', 'configuration', 'environment', 'harness']),
    message: z.string(),
    fix: z.string(),
    place: z.string().nullable(),
  }),
]);
export type RunNews = z.infer<typeof runNews>;

/** Sends news to the command that started this process; resolves when it is sent, or at once when there is none. */
export function tellParent(news: RunNews): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(news, () => resolve());
    else resolve();
  });
}

let aborted: string | undefined;
let tellAborted: (reason: string) => void = () => undefined;

/** Hears from now on that the command asks the run to end, also while there is nobody yet to whom `onAbort` could tell it. */
export function hearAbort(): void {
  process.on('message', (message) => {
    if (typeof message !== 'object' || message === null || !('abort' in message)) return;
    aborted = String(message.abort);
    tellAborted(aborted);
  });
}

/** Calls back when the command asks the run to end, or is gone itself; at once when that has happened already. */
export function onAbort(listener: (reason: string) => void): void {
  if (!process.send) return;
  tellAborted = listener;
  if (aborted !== undefined) listener(aborted);
  const gone = () => listener('the command that started the run has ended');
  if (!process.connected) gone();
  else process.once('disconnect', gone);
  // The channel must not keep a run alive that has ended.
  process.channel?.unref();
}
