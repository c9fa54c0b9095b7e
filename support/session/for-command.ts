import { join, relative } from 'node:path';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { optimiseLate } from '../process';
import type { RunOptions } from './options';
import { hearAbort, tellParent } from './parent';
import { home } from './places';
import { readyRun } from './ready';
import { guarded } from './refuse';
import { workersOf } from './worker-count';

/** What the command asks for: options of the run, and how many scenarios at the same time if the user says so. */
export interface Begin {
  options: RunOptions;
  workers: number | null;
}

/** Waits for the command to say what to run, and runs it; ends when the command is gone before. */
export function hearCommand(): void {
  optimiseLate();
  hearAbort();
  const dismissed = () => process.exit();
  process.once('disconnect', dismissed);
  const hear = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('begin' in message)) return;
    process.off('message', hear);
    process.off('disconnect', dismissed);
    void runForCommand(message.begin as Begin);
  };
  process.on('message', hear);
}

/** Runs Cucumber for `qualify run`: checks what was asked for, tells the command what will be done, and does it. */
async function runForCommand({ options, workers: asked }: Begin): Promise<void> {
  const ready = await guarded(() => readyRun(options, process.cwd()));
  const { prepared, chosen } = ready;
  const { environment, profile, roles } = prepared;
  const ids = chosen.selected.map(({ id }) => id);
  const workers = workersOf({ asked: asked ?? undefined, scenarios: ids.length, bundled: profile.bundled });
  void tellParent({
    kind: 'announced',
    stage: environment.stage,
    release: environment.release,
    participant: `${profile.name}${profile.bundled ? ' (bundled)' : ''}`,
    roles,
    scenarios: ids.length,
    workers,
    idWidth: Math.max(...ids.map((id) => id.length)),
  });
  const at = { cwd: home };
  const silent = relative(home, join(__dirname, 'silent.js')).replaceAll('\\', '/');
  const { runConfiguration } = await loadConfiguration(
    {
      profiles: ['default'],
      provided: {
        // Only the features that are needed are read.
        paths: [...new Set(chosen.selected.map(({ uri }) => uri))],
        format: [`./${silent}`],
        parallel: workers > 1 ? workers : 0,
      },
    },
    at,
  );
  await runCucumber(runConfiguration, at);
}
