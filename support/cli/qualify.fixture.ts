import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { home } from '../session';
import { scratchDir } from '../testing';
import { verdictsSchema, type Verdicts } from '../verdict';

const usualLimitMs = 60_000;

/** A folder to run in, with a state folder and a folder for reports of its own. */
export interface Place {
  dir: string;
  state: string;
  out: string;
}

export function newPlace(): Place {
  const dir = scratchDir();
  return { dir, state: path.join(dir, 'state'), out: path.join(dir, 'out') };
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Going {
  child: ChildProcess;
  /** Resolves with the first line of stderr that matches; rejects when the process ends without one. */
  line(pattern: RegExp): Promise<string>;
  ended: Promise<Ended>;
}

/** Starts node with these arguments as a user would, in the folder of the place. What takes too long is killed. */
export function startNode(place: Place, args: string[], cwd = place.dir, limitMs = usualLimitMs): Going {
  // Set by `node --test`, it would change how the child prints.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...env, QUALIFY_STATE: place.state, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener(line);
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr: lines.join('\n') }));
  });
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (text: string) => pattern.test(text) && resolve(text);
      lines.forEach(look);
      listeners.add(look);
      void ended.then(({ stderr }) => reject(new Error(`ended without ${String(pattern)}:\n${stderr}`)));
    });
  return { child, line, ended };
}

const bin = path.join(home, 'bin/qualify.js');

/** Starts `qualify` with these arguments. */
export function start(place: Place, args: string[], limitMs?: number): Going {
  return startNode(place, [bin, ...args], place.dir, limitMs);
}

/** Starts a run that writes below the place. */
export function startRun(place: Place, args: string[]): Going {
  return start(place, ['run', '--out', place.out, ...args]);
}

/** Names of the run folders below the place. */
export function runsOf(place: Place): string[] {
  if (!existsSync(place.out)) return [];
  return readdirSync(place.out, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
}

/** A file of the only run of a place. */
export function runFile(place: Place, name: string): string {
  const runs = runsOf(place);
  assert.equal(runs.length, 1, `run folders: ${runs.join(', ') || 'none'}`);
  return readFileSync(path.join(place.out, runs[0]!, name), 'utf8');
}

export function verdictsOf(place: Place): Verdicts {
  return verdictsSchema.parse(JSON.parse(runFile(place, 'verdicts.json')));
}

/** The headline of the summary page, as text. */
export function headlineOf(place: Place): string {
  const page = runFile(place, 'summary.html');
  return (
    /<h1[^>]*>([\s\S]*?)<\/header>/
      .exec(page)?.[1]
      ?.replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ') ?? page
  );
}

/** Processes whose environment or command line names the state folder of a place: what a run has started. */
export function processesOf(place: Place): { pid: number; command: string }[] {
  const read = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => ({ pid: Number(name), command: read(name, 'cmdline'), environment: read(name, 'environ') }))
    .filter(({ command, environment }) => command !== '' && `${command} ${environment}`.includes(place.state))
    .map(({ pid, command }) => ({ pid, command }));
}

/** Options of a test that looks for processes, which only Linux shows in files. */
export const needsProc = { skip: existsSync('/proc/self/environ') ? false : 'left out: no /proc on this system' };

/** Waits until nothing of a place runs any more. The kernel tells nobody of the end of a process that is not a child. */
export async function nothingLeft(place: Place, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const left = processesOf(place);
    if (left.length === 0) return;
    if (Date.now() > deadline) assert.deepEqual(left, [], 'processes are left behind');
    await wait(50);
  }
}

/** One screen of a mistake: code, place and next step, no stack trace, exit code 2. */
export function assertTold({ code, stderr, stdout }: Ended, expected: string): void {
  const lines = stderr.trimEnd().split('\n');
  assert.equal(code, 2, stderr);
  assert.ok(lines.length <= 15, `${lines.length} lines:\n${stderr}`);
  assert.match(stderr, new RegExp(`^${expected} \\(configuration\\)$`, 'm'));
  assert.match(stderr, /^ {2}at {3}\S/m);
  assert.match(stderr, /^ {2}next \S/m);
  assert.doesNotMatch(stderr, /^\s+at (?:async |new |Object\.|[\w.<>]+ \()|node_modules|\{\w+\}|undefined/m);
  assert.equal(stdout, '');
}

/** Writes a file into the folder of a place and returns its path. */
export function write(place: Place, name: string, text: string): string {
  const file = path.join(place.dir, name);
  writeFileSync(file, text);
  return file;
}

/** DIP ID of the supplier that tests bring along. */
export const ownDipId = '1100000001';

/** A profile of a supplier of one's own, with certificates of the harness, that is said to act by itself. */
export function ownProfile(webhook = 'https://127.0.0.1:1/dip'): string {
  return `schema: 1
name: Supplier of the test
systemUnderTest: { name: Test system }
identities:
  - dipId: '${ownDipId}'
    mpid: TEST
    role: SUP
    webhooks: { registeredBy: harness, default: ${webhook}, status: ${webhook}/status }
triggers:
  acts: { appointMeteringService: automatic }
`;
}
