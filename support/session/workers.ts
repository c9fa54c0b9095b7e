import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import path from 'node:path';

/** Whether a scenario takes the participant or the hub for itself. */
export function runsAlone(tags: readonly string[]): boolean {
  return tags.some((tag) => tag.startsWith('@serial:'));
}

export interface Workers {
  /** Sends a message to all there are and will be. */
  tell(message: object): void;
  /** Ends those that are left; nothing is told of them. */
  end(): void;
  /** Stops looking. */
  release(): void;
}

/**
 * Looks after the processes that run `script` (Cucumber's workers), of which Cucumber does not say when one is lost.
 * `onLost` is told how one ended that did not end well: `SIGKILL`, `exit code 1`.
 */
export function watchWorkers(onLost: (how: string) => void, script = 'run_worker.js'): Workers {
  const living = new Set<ChildProcess>();
  const told: object[] = [];
  const send = (child: ChildProcess, message: object) => void (child.connected && child.send(message, () => undefined));
  const channel = 'child_process';
  const begun = (message: unknown): void => {
    const child = (message as { process: ChildProcess }).process;
    child.once('spawn', () => {
      if (!child.spawnargs.some((argument) => path.basename(argument) === script)) return;
      living.add(child);
      for (const message of told) send(child, message);
    });
    child.once('exit', (code, killedBy) => {
      if (living.delete(child) && code !== 0) onLost(killedBy ?? `exit code ${code}`);
    });
  };
  subscribe(channel, begun);
  return {
    tell(message) {
      told.push(message);
      for (const child of living) send(child, message);
    },
    end() {
      const left = [...living];
      living.clear();
      for (const child of left) child.kill();
    },
    release: () => void unsubscribe(channel, begun),
  };
}
