import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { verdictsSchema } from '../../support/verdict';
import { watchMemory, withoutProc, type Memory } from './processes';

/** One run of the `qualify` command. */
export interface Ran {
  /** From the command to the last verdict, ms. */
  verdictMs: number;
  passed: number;
  /** When scenarios ended, ms from the begin of the first; in order. */
  ends: number[];
  memory: Memory;
}

/** Why there is nothing to run, in the words of the command. */
export interface Nothing {
  nothing: string;
}

const nothing = /^(?:SELECTION_EMPTY|ROLE_NOT_HELD) .*\n\s*(.+)/m;

/**
 * `qualify run` of the project in `home`, with a state folder of its own. Throws where the run gives no verdicts.
 * Scenarios that do not pass are left to the caller to tell.
 */
export async function measuredRun(home: string, args: readonly string[], state: string): Promise<Ran | Nothing> {
  const out = await mkdtemp(path.join(tmpdir(), 'bench-out-'));
  try {
    const command = [path.join(home, 'bin/qualify.js'), 'run', '--no-report', '--json', '--out', out, ...args];
    const env = { ...process.env, QUALIFY_STATE: state };
    const child = spawn(process.execPath, command, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const watch = withoutProc ? undefined : watchMemory(child.pid!);
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await once(child, 'close')) as [number | null];
    const memory = watch?.stop() ?? new Map();
    const [stdout, stderr] = await said;
    const why = nothing.exec(stderr)?.[1];
    if (code === 2 && why !== undefined) return { nothing: why };
    if (stdout === '') throw new Error(`qualify run ${args.join(' ')} ended with ${code}:\n${stderr}`);
    const { folder, verdictMs } = JSON.parse(stdout) as { folder: string; verdictMs: number };
    const { scenarios } = verdictsSchema.parse(JSON.parse(await readFile(path.join(folder, 'verdicts.json'), 'utf8')));
    const begins = scenarios.map(({ started }) => Date.parse(started!));
    const first = Math.min(...begins);
    const ends = scenarios.map(({ durationMs }, index) => begins[index]! + durationMs! - first).sort((a, b) => a - b);
    return { verdictMs, passed: scenarios.filter(({ verdict }) => verdict === 'pass').length, ends, memory };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
