import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { errorsOf, participantErrors, type QualifyError } from '../../errors';
import { writePrivate } from '../../wire';
import type { ReferenceConfig } from './config';

const raise = errorsOf(participantErrors);
const LAST_LINES = 15;
/** After being told to end it is given this long before it is killed. */
const GRACE_MS = 5_000;

const readySchema = z.object({ ready: z.literal(true), triggers: z.url(), webhook: z.url() });

export interface ReferenceProcess {
  /** Base address of its triggers and probes. */
  triggers: string;
  /** Base address of its webhooks. */
  webhook: string;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>;
  /** Tells it to end and waits for that; a second call waits for the same. */
  stop(): Promise<void>;
}

/**
 * Starts a reference participant as a process of its own and waits until it says that it is ready. It ends with this
 * process. QualifyErrors: REFERENCE_ENDED, REFERENCE_NOT_READY, each with the last lines of its log.
 */
export async function startReference(o: {
  config: ReferenceConfig;
  logFile: string;
  signal?: AbortSignal;
  readyWithinMs?: number;
}): Promise<ReferenceProcess> {
  const file = path.join(o.config.stateDir, `reference-${process.pid}-${randomBytes(4).toString('hex')}.json`);
  await writePrivate(file, JSON.stringify(o.config));
  await mkdir(path.dirname(o.logFile), { recursive: true });
  const log = await open(o.logFile, 'a', 0o600);
  try {
    const child = spawn(process.execPath, [...entry(), '--config', file], {
      cwd: root,
      stdio: ['pipe', 'pipe', log.fd],
    });
    const ended = once(child, 'exit').then(
      () => undefined,
      () => undefined,
    );
    const stop = () => stopChild(child, ended);
    // A process that is gone already says so by its exit, not by a broken pipe.
    child.stdin?.on('error', () => undefined);
    try {
      const ready = await untilReady(child, o);
      o.signal?.addEventListener('abort', () => void stop(), { once: true });
      return { triggers: ready.triggers, webhook: ready.webhook, ended, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } finally {
    await log.close();
    await rm(file, { force: true });
  }
}

const root = path.resolve(__dirname, '../../..');

/** The process runs from what this file itself runs from: sources, or compiled files. */
function entry(): string[] {
  const extension = path.extname(__filename);
  const main = path.join(__dirname, `main${extension}`);
  return extension === '.ts' ? ['-r', require.resolve('ts-node/register'), main] : [main];
}

function untilReady(
  child: ChildProcess,
  o: { logFile: string; signal?: AbortSignal; readyWithinMs?: number },
): Promise<z.infer<typeof readySchema>> {
  const ms = o.readyWithinMs ?? 30_000;
  const over = new AbortController();
  const lines = createInterface({ input: child.stdout! });
  return new Promise<z.infer<typeof readySchema>>((resolve, reject) => {
    const fail = (make: (log: string) => QualifyError) => {
      if (!over.signal.aborted) void lastLines(o.logFile).then((log) => reject(make(log)));
    };
    const timer = setTimeout(() => fail((log) => raise('REFERENCE_NOT_READY', { ms, log }, o.logFile)), ms);
    over.signal.addEventListener('abort', () => clearTimeout(timer));
    lines.once('line', (line) => {
      const parsed = readySchema.safeParse(readJson(line));
      if (parsed.success) resolve(parsed.data);
      else
        fail((log) => raise('REFERENCE_ENDED', { reason: `unexpected line: ${line.slice(0, 200)}`, log }, o.logFile));
    });
    child.once('exit', (code, signal) =>
      fail((log) => raise('REFERENCE_ENDED', { reason: signal ?? `exit code ${code}`, log }, o.logFile)),
    );
    child.once('error', (error) => reject(error));
    const interrupted = () => reject(o.signal!.reason);
    if (o.signal?.aborted) interrupted();
    o.signal?.addEventListener('abort', interrupted, { signal: over.signal });
  }).finally(() => over.abort());
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  child.stdin?.end();
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
