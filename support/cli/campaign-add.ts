import { resolve } from 'node:path';
import type { Command } from 'commander';
import { campaignErrors, errorsOf } from '../errors';
import { addToCampaign, buildText, readCampaign } from '../evidence';
import type { Done } from './lazily';
import { counted, print, say } from './output';
import { subjectFolder } from './subject-argument';

const raise = errorsOf(campaignErrors);

const examples = `
A campaign is one test phase of one participant at one stage on one release. Runs are told apart by the build of the
system under test; a scenario's result is its last run on the build of the run that was started last.

Examples:
  qualify campaign add pit-cycle-1 latest
  qualify campaign add pit-cycle-1 20270210-100000-PIT-a1b2 20270211-090000-PIT-c3d4
  qualify campaign add pit-cycle-1 --rationale "7.3 changes the tariff screen only" --by "A. Tester" --scenario MQ-BP001-010`;

interface Flags {
  rationale?: string;
  by?: string;
  scenario?: string[];
  reports: string;
}

/** `qualify campaign add`: runs, and reasons for which earlier results count. */
export function campaignAddCommand(command: Command, done: Done): void {
  command
    .argument('<name>', 'name of the campaign, such as sit-cycle-2')
    .argument('[run...]', 'runs: a folder, the name of one under reports/, or latest')
    .option('--rationale <text>', 'why results of earlier builds count for the build of the last run')
    .option('--by <name>', 'who says so')
    .option('--scenario <id...>', 'of these scenarios only')
    .option('--reports <dir>', 'folder of the runs', 'reports')
    .addHelpText('after', examples)
    .action(async (name: string, runs: string[], flags: Flags) => {
      const reports = resolve(flags.reports);
      const rationale = rationaleOf(flags);
      if (runs.length === 0 && !rationale)
        throw raise(
          'CAMPAIGN_RATIONALE_HALF',
          { given: 'A call without a run', missing: '--rationale and --by' },
          name,
        );
      const added = runs.map((run) => subjectFolder(run, { reports }));
      const folder = await addToCampaign({
        reports,
        name,
        runs: added,
        now: new Date(),
        ...(rationale && { rationale }),
      });
      const { runs: all, build } = await readCampaign(folder);
      say(`${counted(added.length, 'run')} added; ${name} has ${counted(all.length, 'run')}.`);
      say(`The build under test is ${buildText(build)}.`);
      print(folder);
      done(0);
    });
}

function rationaleOf({ rationale: text, by, scenario }: Flags) {
  if (!text && !by && !scenario) return undefined;
  if (!text || !by) {
    const given = text ? '--rationale' : by ? '--by' : '--scenario';
    const missing = [text ? [] : '--rationale', by ? [] : '--by'].flat().join(' and ');
    throw raise('CAMPAIGN_RATIONALE_HALF', { given, missing }, given);
  }
  return { text, by, scenarios: scenario ?? null };
}
