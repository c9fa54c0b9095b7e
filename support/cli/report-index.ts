import { resolve } from 'node:path';
import type { Command } from 'commander';
import { writeRunsIndex } from '../evidence';
import type { Done } from './lazily';
import { print, say } from './output';

/** `qualify report index`: the page over all runs, written again; what is missing of a run is read from its verdicts. */
export function reportIndexCommand(command: Command, done: Done): void {
  command
    .option('--reports <dir>', 'folder of the runs', 'reports')
    .action(async ({ reports }: { reports: string }) => {
      print(await writeRunsIndex(resolve(reports), { fill: true, onProgress: say }));
      done(0);
    });
}
