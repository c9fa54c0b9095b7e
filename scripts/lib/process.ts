import { spawn } from 'node:child_process';
import path from 'node:path';

/** The project folder. */
export const root = path.resolve(__dirname, '../..');

export interface NodeOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** After so many minutes the process is ended and counts as failed. */
  limitMinutes?: number;
  /** Keep what it prints instead of passing it on. */
  quiet?: boolean;
}

export interface NodeResult {
  /** Exit code; 1 for a process that was ended by a signal. */
  code: number;
  /** What it printed, only with `quiet`. */
  stdout: string;
  stderr: string;
  ms: number;
}

/** Runs node with these arguments in the project folder, without standard input. */
export function runNode(args: string[], options: NodeOptions = {}): Promise<NodeResult> {
  const { env = {}, cwd = root, limitMinutes = 10, quiet = false } = options;
  const started = performance.now();
  const output = quiet ? 'pipe' : 'inherit';
  // Set by `node --test`, it would turn the output of a test run of its own into a binary stream.
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...inherited, ...env },
      stdio: ['ignore', output, output],
    });
    const limit = setTimeout(() => {
      console.error(`Ended after ${limitMinutes} minutes; it hangs or left something open: node ${args.join(' ')}`);
      child.kill('SIGKILL');
    }, limitMinutes * 60_000);
    const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
      const chunks: Buffer[] = [];
      stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
      return chunks;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(limit);
      const text = (chunks: Buffer[] = []) => Buffer.concat(chunks).toString('utf8');
      resolve({ code: code ?? 1, stdout: text(stdout), stderr: text(stderr), ms: performance.now() - started });
    });
  });
}
