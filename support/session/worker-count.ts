import { availableParallelism } from 'node:os';

/** For the help of a command: what `workersOf` does. */
export const workersHelp =
  'scenarios at the same time; default: twice the cores, at most 8, and fewer for a few scenarios of the bundled participant';

/** A worker must be loaded, which takes as long as some scenarios do where nothing is waited for. */
const worthAWorker = 10;

/** How many scenarios are to run at the same time; `asked` is what the user wants. */
export function workersOf(
  { asked, scenarios, bundled }: { asked: number | undefined; scenarios: number; bundled: boolean },
  cores = availableParallelism(),
): number {
  const most = bundled ? Math.ceil(scenarios / worthAWorker) : scenarios;
  return Math.min(asked ?? Math.min(8, 2 * cores, most), scenarios);
}
