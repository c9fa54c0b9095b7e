import { resolve } from 'node:path';
import type { Command } from 'commander';
import { campaignErrors, errorsOf, nearest, QualifyError } from '../errors';
import { buildText, campaignFolder, campaignNames, readCampaign, type Campaign } from '../evidence';
import { campaignSections, runsSection } from './campaign-sections';
import { sectionLines } from './coverage-print';
import type { Done } from './lazily';
import { counted, print } from './output';
import { fitted, printed as pc } from './terminal';

const raise = errorsOf(campaignErrors);

const examples = `
It reports: exit code 0 whatever it shows.

Examples:
  qualify campaign show pit-cycle-1
  qualify campaign show pit-cycle-1 --json           every attempt of every scenario`;

/** `qualify campaign show`: what counts, what was tried, what is missing. */
export function campaignShowCommand(command: Command, done: Done): void {
  command
    .argument('<name>', 'name of the campaign')
    .option('--json', 'print JSON')
    .option('--reports <dir>', 'folder of the runs', 'reports')
    .addHelpText('after', examples)
    .action(async (name: string, flags: { json?: boolean; reports: string }) => {
      const campaign = await read(resolve(flags.reports), name);
      if (flags.json) print(JSON.stringify(asJson(campaign), null, 2));
      else print(asText(campaign).join('\n'));
      done(0);
    });
}

async function read(reports: string, name: string): Promise<Campaign> {
  const folder = campaignFolder(reports, name);
  try {
    return await readCampaign(folder);
  } catch (error) {
    const near = nearest(name, campaignNames(reports));
    if (!(error instanceof QualifyError) || error.code !== 'CAMPAIGN_UNKNOWN' || !near) throw error;
    throw raise('CAMPAIGN_UNKNOWN', { name, hint: `Did you mean ${near}? ` }, folder);
  }
}

function asText(campaign: Campaign): string[] {
  const { name, runs, build, gaps } = campaign;
  const { participant, stage, release } = runs[0]!.line;
  const bundled = participant.bundled ? ' (bundled reference participant)' : '';
  return [
    `${pc.bold(`Campaign ${name}`)}: ${fitted(participant.name)}${bundled}, ${stage}, release ${release}`,
    `Build under test: ${fitted(buildText(build))}`,
    ...sectionLines(runsSection(campaign)),
    ...campaignSections(campaign).flatMap(sectionLines),
    '',
    gaps.length === 0 ? 'No gaps.' : pc.bold(counted(gaps.length, 'gap')),
    ...gaps.map((gap) => pc.yellow(`! ${fitted(gap)}`)),
  ];
}

function asJson({ name, runs, build, standings, gaps }: Campaign): object {
  const { participant, stage, release } = runs[0]!.line;
  return {
    ...{ schema: 1, campaign: name, participant, stage, release, build },
    runs: runs.map(({ line, lost }) => {
      const { run, folder, at, started, ended, build: own, verdicts, ledger } = line;
      return { run, folder, added: at, started, ended, build: own, verdicts, ledger, lost: lost ?? null };
    }),
    scenarios: standings.map(({ id, verdict, reason, tries, deciding }) => ({
      ...{ id, verdict, reason, run: deciding?.held.line.run ?? null },
      attempts: tries.map(({ held, verdict: was, roles, counts, reason: why }) => ({
        ...{ run: held.line.run, verdict: was, roles, counts, reason: why ?? null },
      })),
    })),
    gaps,
  };
}
