import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { campaignErrors, errorsOf } from '../../errors';
import { appendChained, readChain, type Chain } from '../../ledger';
import { verdictKinds } from '../../verdict';
import { buildSchema } from './build';

const raise = errorsOf(campaignErrors);

const chained = { seq: z.number().int(), prev: z.string(), at: z.iso.datetime() };
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const isBelow = (folder: string) =>
  !path.isAbsolute(folder) &&
  !/[\\:]/.test(folder) &&
  !folder.split('/').some((part) => ['', '.', '..'].includes(part));

const created = z.object({ ...chained, kind: z.literal('created'), schema: z.literal(1), name: z.string() });
const runLine = z.object({
  ...chained,
  kind: z.literal('run'),
  run: z.string(),
  /** Relative to the folder of the runs, with forward slashes. */
  folder: z.string().refine(isBelow, 'expected a folder below that of the runs'),
  /** SHA-256 (hex) of verdicts.json and ledger.ndjson as they were when the run was added. */
  verdicts: hash,
  ledger: hash.nullable(),
  started: z.string(),
  ended: z.string(),
  stage: z.string(),
  release: z.string(),
  participant: z.object({ name: z.string(), bundled: z.boolean() }),
  build: buildSchema,
  /** What each scenario came to: a run that is lost later stays counted. */
  results: z.record(z.string(), z.object({ verdict: z.enum(verdictKinds), roles: z.array(z.string()) })),
});
const rationale = z.object({
  ...chained,
  kind: z.literal('rationale'),
  text: z.string(),
  by: z.string(),
  /** The build for which the results are to count. */
  build: buildSchema,
  /** Runs of other builds that were in the campaign when it was given. */
  runs: z.array(z.string()),
  /** Ids of scenarios, with or without their case; null for all. */
  scenarios: z.array(z.string()).nullable(),
});
/** One line of the record. */
export const line = z.discriminatedUnion('kind', [created, runLine, rationale]);

type Line = z.infer<typeof line>;
export type RunLine = z.infer<typeof runLine>;
export type Rationale = z.infer<typeof rationale>;
/** A line as it is added; number, chain and time come from the record. */
export type NewLine = Own<z.infer<typeof created>> | Own<RunLine> | Own<Rationale>;
type Own<T> = Omit<T, 'seq' | 'prev' | 'at'>;

export const recordFile = 'campaign.ndjson';

export interface CampaignRecord {
  name: string;
  /** Folder of the campaign, and that of the runs. */
  folder: string;
  reports: string;
  /** In the order in which the runs were started. */
  runs: RunLine[];
  rationales: Rationale[];
}

/** Folder of a campaign below that of the runs. QualifyError CAMPAIGN_NAME_WRONG. */
export function campaignFolder(reports: string, name: string): string {
  if (!/^[a-z0-9][a-z0-9.-]{0,63}$/.test(name) || name.endsWith('.'))
    throw raise('CAMPAIGN_NAME_WRONG', { name }, name);
  return path.join(path.resolve(reports), 'campaigns', name);
}

/** Names of the campaigns below the folder of the runs. */
export function campaignNames(reports: string): string[] {
  const folder = path.join(reports, 'campaigns');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => existsSync(path.join(folder, name, recordFile)));
}

/** Reads the record of a campaign from its folder. QualifyErrors CAMPAIGN_UNKNOWN, CAMPAIGN_UNREADABLE. */
export function readRecord(folder: string): CampaignRecord {
  const file = path.join(folder, recordFile);
  if (!existsSync(file)) throw raise('CAMPAIGN_UNKNOWN', { name: path.basename(folder), hint: '' }, file);
  const said = saidBy(intact(file).lines);
  if (said) return { ...said, folder, reports: path.resolve(folder, '../..') };
  throw raise('CAMPAIGN_UNREADABLE', { problem: 'it does not begin with the making of a campaign' }, file);
}

/** What the lines of a record say, wherever they were read; undefined when they do not begin as one. */
export function saidBy(lines: readonly Line[]): Omit<CampaignRecord, 'folder' | 'reports'> | undefined {
  const [first] = lines;
  if (first?.kind !== 'created') return undefined;
  const runs = lines.filter((one) => one.kind === 'run');
  return {
    name: first.name,
    runs: runs.sort((a, b) => (a.started === b.started ? a.seq - b.seq : a.started < b.started ? -1 : 1)),
    rationales: lines.filter((one) => one.kind === 'rationale'),
  };
}

/** Adds lines to the record of a campaign, and makes it where there is none. QualifyError CAMPAIGN_UNREADABLE. */
export function addLines(folder: string, lines: readonly NewLine[], now: Date): void {
  const file = path.join(folder, recordFile);
  mkdirSync(folder, { recursive: true });
  for (const own of lines) appendChained(file, intact(file), { at: now.toISOString(), ...own });
}

function intact(file: string): Chain<Line> {
  const chain = readChain(file, line);
  if (chain.problem) throw raise('CAMPAIGN_UNREADABLE', { problem: chain.problem }, file);
  return chain;
}
