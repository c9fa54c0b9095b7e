import { existsSync } from 'node:fs';
import path from 'node:path';
import { campaignErrors, errorsOf, nearest } from '../../errors';
import { readRunFiles } from '../run-files';
import { buildOf, sameBuild } from './build';
import { addLines, campaignFolder, readRecord, recordFile, type NewLine } from './record';

const raise = errorsOf(campaignErrors);
type NewRun = Extract<NewLine, { kind: 'run' }>;

export interface Addition {
  reports: string;
  name: string;
  /** Folders of runs. */
  runs: readonly string[];
  /** Why results of earlier builds count for the build of the last run; of these scenarios, or of all. */
  rationale?: { text: string; by: string; scenarios: readonly string[] | null };
  now: Date;
}

/**
 * Adds runs to a campaign, which is made with its first one, and returns its folder. Nothing is written unless all can
 * be added.
 * @throws QualifyError CAMPAIGN_*, EVIDENCE_RUN_MISSING, EVIDENCE_RUN_UNREADABLE, EVIDENCE_TOTALS_DISAGREE
 */
export async function addToCampaign(o: Addition): Promise<string> {
  const folder = campaignFolder(o.reports, o.name);
  const isNew = !existsSync(path.join(folder, recordFile));
  if (isNew && o.runs.length === 0) throw raise('CAMPAIGN_UNKNOWN', { name: o.name, hint: '' }, folder);
  const held: Pick<NewRun, Compared>[] = isNew ? [] : readRecord(folder).runs;
  const added: NewRun[] = [];
  for (const run of o.runs) {
    const line = await lineOfRun(path.resolve(run), path.resolve(o.reports));
    checkFits(o.name, line, [...held, ...added], run);
    added.push(line);
  }
  const lines: NewLine[] = isNew ? [{ kind: 'created', schema: 1, name: o.name }, ...added] : added;
  if (o.rationale) lines.push(rationaleOf(o.name, o.rationale, [...held, ...added]));
  addLines(folder, lines, o.now);
  return folder;
}

type Compared = 'run' | 'participant' | 'stage' | 'release' | 'started' | 'build' | 'results';

async function lineOfRun(folder: string, reports: string): Promise<NewRun> {
  const { verdicts, hashes } = await readRunFiles(folder);
  const { run, started, ended, stage, release, participant, scenarios } = verdicts;
  const below = path.relative(reports, folder).split(path.sep).join('/');
  if (below === '' || below.startsWith('..') || path.isAbsolute(below))
    throw raise('CAMPAIGN_RUN_PLACE', { run, reports }, folder);
  return {
    kind: 'run',
    ...{ run, started, ended, stage, release },
    folder: below,
    verdicts: hashes['verdicts.json']!,
    ledger: hashes['ledger.ndjson'] ?? null,
    participant: { name: participant.name, bundled: participant.bundled },
    build: buildOf(verdicts),
    results: Object.fromEntries(scenarios.map(({ id, verdict, roles }) => [id, { verdict, roles }])),
  };
}

/** A campaign is one test phase of one system: the first run says whose. */
function checkFits(name: string, line: NewRun, held: readonly Pick<NewRun, Compared>[], place: string): void {
  const { run } = line;
  if (held.some((one) => one.run === run)) throw raise('CAMPAIGN_RUN_TWICE', { run, name }, place);
  const [first] = held;
  if (!first) return;
  const whose = ({ participant }: Pick<NewRun, 'participant'>) =>
    `${participant.name}${participant.bundled ? ' (bundled)' : ''}`;
  const facts = [
    ['participant', whose(line), whose(first)],
    ['stage', line.stage, first.stage],
    ['release', line.release, first.release],
  ] as const;
  const other = facts.find(([, value, expected]) => value !== expected);
  if (!other) return;
  const [what, value, expected] = other;
  throw raise('CAMPAIGN_RUN_OTHER', { run, what, value, expected, name }, place);
}

function rationaleOf(
  name: string,
  { text, by, scenarios }: NonNullable<Addition['rationale']>,
  held: readonly Pick<NewRun, Compared>[],
): NewLine {
  const known = [
    ...new Set(held.flatMap(({ results }) => Object.keys(results)).flatMap((id) => [id, id.split('/')[0]!])),
  ];
  for (const scenario of scenarios ?? []) {
    if (known.includes(scenario)) continue;
    const near = nearest(scenario, known);
    throw raise(
      'CAMPAIGN_SCENARIO_UNKNOWN',
      { scenario, name, hint: near ? `Did you mean ${near}? ` : '' },
      '--scenario',
    );
  }
  const last = held.reduce((latest, one) => (one.started >= latest.started ? one : latest));
  const runs = held.filter(({ build }) => !sameBuild(build, last.build)).map(({ run }) => run);
  return { kind: 'rationale', text, by, build: last.build, runs, scenarios: scenarios && [...scenarios] };
}
