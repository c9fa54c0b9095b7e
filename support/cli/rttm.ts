import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { readSubject, rttmJson, rttmOf, writeRttm, type Rttm } from '../evidence';
import type { Done } from './lazily';
import { counted, print, say } from './output';
import { rttmInput, type OwnListFlags } from './rttm-input';
import { subjectFolder } from './subject-argument';

const examples = `
Examples:
  qualify rttm                                       of the last run, into its folder
  qualify rttm 20270210-100000-PIT-a1b2 --out DIR    of a run by its name, into a folder
  qualify rttm my-campaign                           of the runs of a campaign
  qualify rttm --requirements list.xlsx              with your own list: requirement, official test case, scenario
  qualify rttm --json                                every fact, on stdout; writes no file`;

interface Flags extends OwnListFlags {
  out?: string;
  json?: boolean;
}

/** `qualify rttm`: requirement by scenario by verdict. It reports: exit code 0 whatever it shows. */
export function rttmCommand(command: Command, done: Done): void {
  command
    .argument('[run|campaign]', 'folder or name of a run, or name of a campaign; without: the last run')
    .option('--out <dir>', 'folder to write to; without: that of the run or campaign')
    .option('--requirements <file>', 'your own list of requirements, CSV or .xlsx')
    .option('--participant <file>', 'profile that maps your own list; without: that of the run')
    .option('--json', 'print JSON and write no file')
    .addHelpText('after', examples)
    .action(async (target: string | undefined, flags: Flags) => {
      const folder = subjectFolder(target);
      const rttm = rttmOf(await rttmInput(await readSubject(folder), folder, flags));
      if (flags.json) print(JSON.stringify(rttmJson(rttm), null, 2));
      else {
        for (const line of summaryLines(rttm)) say(line);
        for (const file of await writeRttm(rttm, resolve(flags.out ?? folder))) print(relative('.', file));
      }
      done(0);
    });
}

function summaryLines({ subject, requirements, own, orphans }: Rttm): string[] {
  const scoped = requirements.filter(({ inScope }) => inScope);
  const shown = scoped.filter(({ state }) => state === 'shown').length;
  const ownShown = own?.rows.filter(({ state }) => state === 'shown').length;
  const unknown = orphans.filter(({ kind }) => kind === 'unknown scenario');
  return [
    `Traceability of ${subject.name}: ${counted(subject.results.length, 'scenario')} in ${counted(subject.runs.length, 'run')}`,
    `${shown} of ${counted(scoped.length, 'requirement')} of the participant's roles shown`,
    ...(own ? [`${ownShown} of ${counted(own.rows.length, 'requirement')} of ${own.list.file} shown`] : []),
    ...unknown.map(({ id, why }) => `! no scenario ${id} (${why})`),
    `${counted(orphans.length, 'orphan')}: rttm-orphans.csv says which and why`,
  ];
}
