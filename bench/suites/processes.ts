import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Which process of a run it is. */
export type Kind = 'command' | 'coordinator' | 'worker' | 'hub' | 'participant' | 'other';

/** The most memory that one process of each kind has held, bytes. */
export type Memory = ReadonlyMap<Kind, number>;

/** Why memory cannot be measured here, or false. */
export const withoutProc = existsSync('/proc/self/status') ? false : 'there is no /proc';

const kinds: [Kind, RegExp][] = [
  ['worker', /run_worker\.js/],
  ['coordinator', /bin\/cucumber\.js/],
  ['hub', /support\/hub\/main/],
  ['participant', /participant\/reference\/main/],
  ['command', /bin\/qualify\.js/],
];

const kindOf = (command: string): Kind => kinds.find(([, pattern]) => pattern.test(command))?.[0] ?? 'other';

interface Proc {
  pid: number;
  parent: number;
  /** Bytes; the peak so far (VmHWM). */
  peak: number;
}

function look(pid: number): Proc | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const number = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid, parent: number('PPid'), peak: number('VmHWM') * 1024 };
  } catch {
    // It has ended between the list and the look.
    return undefined;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** A process and all below it. */
function treeOf(top: number): Proc[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (look(Number(name)) ?? []) : []));
  const tree = all.filter(({ pid }) => pid === top);
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid));
  return tree;
}

const everyMs = 100;

/**
 * Looks at a process and all that it starts, until `stop`. The kernel keeps the peak of each, so that only what one
 * grows by in its last tenth of a second is missed.
 */
export function watchMemory(top: number): { stop(): Memory } {
  const peaks = new Map<Kind, number>();
  const names = new Map<number, Kind>();
  const timer = setInterval(() => {
    for (const { pid, peak } of treeOf(top)) {
      // A process that was just forked still has its parent's command line.
      if (!names.has(pid) || names.get(pid) === 'other') names.set(pid, kindOf(commandOf(pid)));
      const kind = names.get(pid)!;
      peaks.set(kind, Math.max(peaks.get(kind) ?? 0, peak));
    }
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return peaks;
    },
  };
}

/** The largest of several. */
export function mostOf(all: readonly Memory[]): Memory {
  const most = new Map<Kind, number>();
  for (const one of all) for (const [kind, peak] of one) most.set(kind, Math.max(most.get(kind) ?? 0, peak));
  return most;
}
