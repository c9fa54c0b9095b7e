import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { printPdf, writeEvidence, writeRunsIndex } from '../evidence';
import { chromiumPath } from '../process';
import { stateFolder } from '../session';
import { addLazily, type Done, type LazyCommand } from './lazily';
import { print, say } from './output';
import { registeredRequirements } from './registered-requirements';
import { subjectFolder } from './subject-argument';

// Not by import: a command pays only for its own modules.
const load = createRequire(__filename);

const commands: Record<string, LazyCommand> = {
  index: {
    what: 'write the page over all runs again',
    load: () => (load('./report-index') as typeof import('./report-index')).reportIndexCommand,
  },
  prune: {
    what: 'list old runs and delete them',
    load: () => (load('./report-prune') as typeof import('./report-prune')).reportPruneCommand,
  },
};

/** `qualify report`: the evidence of a run, written again from its files. */
export function reportCommand(command: Command, done: Done): void {
  command
    .argument('<run>', 'folder or name of the run, or latest')
    .option('--pdf', 'print the summary as PDF, too; needs an installed Chromium')
    .action(async (run: string, flags: { pdf?: boolean }) => {
      const folder = subjectFolder(run);
      const { summary, allure, allureProblem } = await writeEvidence(folder, {
        onProgress: say,
        stateFolder: stateFolder(process.cwd()),
        requirementsOf: await registeredRequirements(),
      });
      // A run that was copied elsewhere stands beside no others.
      if (existsSync(join(dirname(folder), 'latest.txt'))) await writeRunsIndex(dirname(folder));
      if (allureProblem) say(`No Allure report: ${allureProblem}`);
      print(summary);
      if (allure) print(allure);
      if (flags.pdf) {
        const pdf = join(folder, 'summary.pdf');
        await printPdf(summary, pdf, chromiumPath());
        print(pdf);
      }
      done(0);
    });
  addLazily(command, commands, done);
}
