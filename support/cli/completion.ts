import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { QualifyError } from '../errors';
import {
  completionOf,
  noCompletionFile,
  readCompletionFile,
  readSubject,
  rttmOf,
  writeCompletion,
  writeCompletionPdf,
  writeRttm,
  type Completion,
} from '../evidence';
import { chromiumPath } from '../process';
import type { Done } from './lazily';
import { counted, print, say, sayError } from './output';
import { rttmInput, type OwnListFlags } from './rttm-input';
import { subjectFolder } from './subject-argument';

const examples = `
Examples:
  qualify completion                                       of the last run, into its folder
  qualify completion my-campaign --pdf                     of the runs of a campaign, as HTML and PDF
  qualify completion RUN --file completion.yaml --out DIR  with your defects, work-off items and exit criteria

completion.yaml is taken from the folder of the run or campaign, else from the folder that holds it.`;

interface Flags extends OwnListFlags {
  file?: string;
  out?: string;
  pdf?: boolean;
}

/** `qualify completion`: the test completion report. It reports: exit code 0 whatever it shows, 2 where no PDF could be made. */
export function completionCommand(command: Command, done: Done): void {
  command
    .argument('[run|campaign]', 'folder or name of a run, or name of a campaign; without: the last run')
    .option('--file <file>', 'your defects, work-off items and exit criteria; without: completion.yaml beside the run')
    .option('--out <dir>', 'folder to write to; without: that of the run or campaign')
    .option('--pdf', 'print it as PDF, too; needs an installed Chromium')
    .option('--requirements <file>', 'your own list of requirements, CSV or .xlsx')
    .option('--participant <file>', 'profile that maps your own list; without: that of the run')
    .addHelpText('after', examples)
    .action(async (target: string | undefined, flags: Flags) => {
      const folder = subjectFolder(target);
      const named = flags.file ?? completionFileOf(folder);
      const file = named === undefined ? noCompletionFile : await readCompletionFile(named);
      const report = completionOf(rttmOf(await rttmInput(await readSubject(folder), folder, flags)), file);
      for (const line of summaryLines(report, named)) say(line);
      const out = resolve(flags.out ?? folder);
      const written = [...(await writeCompletion(report, out)), ...(await writeRttm(report.rttm, out))];
      for (const one of written) print(relative('.', one));
      done(flags.pdf ? await pdf(out) : 0);
    });
}

/** The file that is taken when none is named. */
function completionFileOf(folder: string): string | undefined {
  return [folder, dirname(folder)].map((place) => join(place, 'completion.yaml')).find((file) => existsSync(file));
}

/** Prints the page as PDF and answers the exit code: without a browser the page stays, and that is said. */
async function pdf(out: string): Promise<number> {
  try {
    print(relative('.', await writeCompletionPdf(out, chromiumPath())));
    return 0;
  } catch (error) {
    if (!(error instanceof QualifyError)) throw error;
    sayError({ ...error, message: error.message });
    return 2;
  }
}

function summaryLines({ subject, criteria, causes }: Completion, named: string | undefined): string[] {
  const open = causes.causes.filter((one) => one.open).length;
  return [
    `Test completion report of ${subject.name}: ${counted(subject.results.length, 'scenario')} in ${counted(subject.runs.length, 'run')}, ${counted(open, 'open root cause')}`,
    named === undefined
      ? 'No completion.yaml beside it: no exit criteria, no tracker ids (docs/completion-report.md)'
      : `Defects, work-off items and exit criteria from ${relative('.', named)}`,
    ...criteria.map(({ name, threshold, reached, state }) => `  ${state}: ${name}, ${threshold}; ${reached}`),
  ];
}
