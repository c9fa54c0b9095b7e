import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Socket } from 'node:net';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A process of ours, with all that it reads and writes in our hands. */
export type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Extension of our own files: `.ts` from sources, `.js` when compiled. */
const ownExtension = path.extname(__filename);

/** Arguments for Node that run one of our scripts, given by absolute path without extension. */
function scriptArguments(script: string): string[] {
  const file = `${script}${ownExtension}`;
  return ownExtension === '.ts' ? ['-r', require.resolve('ts-node/register'), file] : [file];
}

/** Those that load themselves while it is found out what they are to do, by script. */
const ahead = new Map<string, Child>();

/**
 * Starts a script that will be told by its standard input what to do: `launch` takes it over. If nobody does, it keeps
 * this process from nothing, and ends with it.
 */
export function launchAhead(script: string): Child {
  const child = launch(script, []);
  hold(child, 'unref');
  ahead.set(script, child);
  return child;
}

/** Starts a script of ours, or takes over the one that loads itself already. */
export function launch(script: string, args: readonly string[]): Child {
  const child = args.length === 0 ? ahead.get(script) : undefined;
  ahead.delete(script);
  if (child && child.exitCode === null && child.signalCode === null) {
    hold(child, 'ref');
    return child;
  }
  return spawn(process.execPath, [...scriptArguments(script), ...args], {
    cwd: path.resolve(__dirname, '../..'),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Whether this process goes on for the sake of a child and its pipes. */
function hold(child: Child, how: 'ref' | 'unref'): void {
  child[how]();
  for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as unknown as Socket)[how]();
}
