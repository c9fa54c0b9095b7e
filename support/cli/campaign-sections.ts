import { buildText, sameBuild, type Campaign, type CampaignRun, type Standing } from '../evidence';
import type { Section } from './coverage-section';
import { counted } from './output';

/** `BP001` of `MQ-BP001-010/2`. */
const processOf = (id: string) => /^MQ-([A-Z0-9]+)-/.exec(id)?.[1] ?? 'other';

/** The runs of a campaign in the order in which they were started. */
export function runsSection({ runs, build }: Campaign): Section {
  const rows = runs.map(({ line, lost, files }) => {
    const all = Object.values(line.results);
    const of = (kind: string) => all.filter(({ verdict }) => verdict === kind).length;
    const marks = [
      lost !== undefined && `cannot be shown: ${lost}`,
      files?.verdicts.partial === true && 'partial',
      !sameBuild(line.build, build) && 'another build',
    ].filter((one) => one !== false);
    return [
      line.run,
      `${of('pass')} pass, ${of('fail')} fail of ${all.length}`,
      marks.join('; '),
      buildText(line.build),
    ];
  });
  return { title: 'Runs', head: ['run', 'results', 'marks', 'build'], rows, total: counted(runs.length, 'run') };
}

/** A table for each process: verdict, attempts, the build of the result, and why it is not plain. */
export function campaignSections({ standings, build }: Campaign): Section[] {
  const processes = new Map<string, Standing<CampaignRun>[]>();
  for (const one of standings) {
    // What was only left out by the selection was no part of the campaign.
    if (one.tries.length === 0) continue;
    const process = processOf(one.id);
    processes.set(process, [...(processes.get(process) ?? []), one]);
  }
  return [...processes].map(([title, all]) => {
    const passed = all.filter(({ verdict }) => verdict === 'pass').length;
    const rows = all.map(({ id, verdict, tries, deciding, reason }) => [
      ...[id, verdict, tries.map((one) => one.verdict).join(' > ')],
      ...[deciding ? buildWord(deciding, build) : '–', reason ?? deciding?.reason ?? ''],
    ]);
    const head = ['scenario', 'verdict', 'attempts', 'build', 'remark'];
    return { title, head, rows, total: `${passed} of ${counted(all.length, 'scenario')} passed` };
  });
}

function buildWord({ held }: NonNullable<Standing<CampaignRun>['deciding']>, build: Campaign['build']): string {
  return sameBuild(held.line.build, build) ? 'under test' : 'earlier';
}
