import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** What a process holds, and has used so far. */
export interface Usage {
  memory: NodeJS.MemoryUsage;
  /** Microseconds. */
  cpu: NodeJS.CpuUsage;
}

export interface RunningHub {
  pid: number;
  /** Base addresses of the simulated DIP and of the control API. */
  dip: string;
  control: string;
  /** For `memory` it collects garbage first, where it was started with `--expose-gc`. */
  usage(what: 'memory' | 'cpu'): Promise<Usage>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in order; rejects when it does not end well. */
  stop(): Promise<void>;
  /** Resolves when it has ended, however that came. */
  ended: Promise<string>;
}

const script = path.join(__dirname, 'hub-main.cjs');

/** Starts the hub in a process of its own; `log` receives what it writes to standard error. */
export async function startHubProcess(o: {
  config: string;
  log: string;
  execArgv?: readonly string[];
}): Promise<RunningHub> {
  const log = openSync(o.log, 'a', 0o600);
  const child = spawn(process.execPath, [...(o.execArgv ?? []), script], { stdio: ['pipe', 'pipe', log, 'ipc'] });
  closeSync(log);
  child.stdin?.on('error', () => undefined).write(`${o.config}\n`);
  const ended = once(child, 'exit').then(([code, signal]) => String(signal ?? `exit code ${code}`));
  const first = once(createInterface({ input: child.stdout! }), 'line') as Promise<[string]>;
  const line = await Promise.race([
    first.then(([text]) => text),
    ended.then((how) => {
      throw new Error(`the hub ended before it was ready: ${how}\n${tail(o.log)}`);
    }),
  ]);
  const { dip, control } = JSON.parse(line) as { dip: string; control: string };
  return {
    pid: child.pid!,
    dip,
    control,
    ended,
    async usage(what) {
      const answer = once(child, 'message') as Promise<[Usage]>;
      child.send(what);
      return (await answer)[0];
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      const how = await ended;
      if (how !== 'exit code 0') throw new Error(`the hub ended with ${how}\n${tail(o.log)}`);
    },
  };
}

const tail = (log: string) => readFileSync(log, 'utf8').slice(-2000);
