import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { z } from 'zod';
import { errorsOf, processErrors, type QualifyError } from '../errors';
import { launch, type Child } from './launch';

const raise = errorsOf(processErrors);
const lastLogLines = 15;
/** After being told to end a process is given this long before it is killed. */
const graceMs = 5_000;

export interface StartedProcess<T> {
  /** What its first line of output said. */
  ready: T;
  /** Resolves when the process has ended, with how: `SIGKILL`, `exit code 1`. */
  ended: Promise<string>;
  /** Tells it to end and waits for that; a second call waits for the same. */
  stop(): Promise<void>;
}

export interface StartOptions<T> {
  /** For errors: `the hub`. */
  name: string;
  /** Absolute path without extension: the source runs where the caller is a source, else the compiled file. */
  script: string;
  args: string[];
  logFile: string;
  ready: z.ZodType<T>;
  /** The first line of its standard input, see `firstLine`. The process loads itself while this is made. */
  told?: Promise<string>;
  signal?: AbortSignal;
  readyWithinMs?: number;
}

/**
 * Starts a process of ours and waits for the line of JSON that says it is ready. It ends with this process: its
 * standard input closes. Rejects as `told` does. QualifyErrors: PROCESS_ENDED, PROCESS_NOT_READY, each with the last
 * lines of its log.
 */
export async function startProcess<T>(options: StartOptions<T>): Promise<StartedProcess<T>> {
  // It may reject before anybody waits for it.
  options.told?.catch(() => undefined);
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  const child = launch(options.script, options.args);
  const log = createWriteStream(options.logFile, { flags: 'a', mode: 0o600 });
  // Without room for its log it goes on, and must not wait for somebody to read it.
  const logged = finished(child.stderr.pipe(log)).catch(() => void child.stderr.resume());
  // A process that is gone already says so by its exit, not by a broken pipe.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'exit').then(
    async ([code, killedBy]) => (await logged, String(killedBy ?? `exit code ${code}`)),
    (error: Error) => error.message,
  );
  const stop = () => stopChild(child, ended);
  try {
    const ready = await Promise.race([untilReady(child, ended, options), untold(child, options.told)]);
    options.signal?.addEventListener('abort', () => void stop(), { once: true });
    return { ready, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Tells it what it is to be told; settles only when there is nothing to tell. */
async function untold(child: Child, told: Promise<string> | undefined): Promise<never> {
  const line = await told;
  if (line !== undefined) child.stdin.write(`${line}\n`);
  return new Promise(() => undefined);
}

function untilReady<T>(child: Child, ended: Promise<string>, options: StartOptions<T>): Promise<T> {
  const { name, logFile, signal } = options;
  const ms = options.readyWithinMs ?? 30_000;
  const over = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const fail = (make: (log: string) => QualifyError) => {
      if (!over.signal.aborted) void lastLines(logFile).then((text) => reject(make(text)));
    };
    const timer = setTimeout(() => fail((text) => raise('PROCESS_NOT_READY', { name, ms, log: text }, logFile)), ms);
    over.signal.addEventListener('abort', () => clearTimeout(timer));
    createInterface({ input: child.stdout }).once('line', (line) => {
      const parsed = options.ready.safeParse(readJson(line));
      if (parsed.success) return resolve(parsed.data);
      const reason = `it said ${line.slice(0, 200)}`;
      fail((text) => raise('PROCESS_ENDED', { name, reason, log: text }, logFile));
    });
    void ended.then((reason) => fail((text) => raise('PROCESS_ENDED', { name, reason, log: text }, logFile)));
    child.once('error', reject);
    const interrupted = () => reject(signal!.reason as Error);
    if (signal?.aborted) interrupted();
    signal?.addEventListener('abort', interrupted, { signal: over.signal });
  }).finally(() => over.abort());
}

async function stopChild(child: Child, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.stdin.end();
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-lastLogLines).join('\n');
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
