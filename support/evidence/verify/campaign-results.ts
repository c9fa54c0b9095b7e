import { createHash } from 'node:crypto';
import { subjectOfCampaign, type CampaignRun } from '../campaign';
import { line as recordLine, saidBy } from '../campaign/record';
import { buildUnderTest, standings } from '../campaign/standing';
import { resultsOf } from '../pack/facts';
import type { Manifest, PackedResult } from '../pack/manifest';
import type { RunFiles } from '../run-files';

export interface CampaignReport {
  problems: string[];
  /** What each scenario came to, by the record and the runs of the pack; undefined where that cannot be told. */
  results?: PackedResult[];
}

/** Reads the record of a campaign, checks its chain, and says by its rules which results count. */
export function checkCampaign(
  bytes: Buffer | undefined,
  manifest: Manifest,
  files: readonly RunFiles[],
): CampaignReport {
  if (!bytes) return { problems: ['missing: campaign.ndjson'] };
  const read = readRecord(bytes);
  if ('problem' in read) return { problems: [`campaign.ndjson: ${read.problem}`] };
  const said = saidBy(read.lines);
  if (!said || said.runs.length === 0) return { problems: ['campaign.ndjson is not the record of a campaign'] };
  const problems = said.name === manifest.subject.name ? [] : [`campaign.ndjson is of another campaign, ${said.name}`];
  const runs = said.runs.map((line): CampaignRun => {
    const held = files.find(({ verdicts, hashes }) => verdicts.run === line.run && isAsAdded(hashes, line));
    const folder = '';
    if (!held) return { line, folder, lost: 'it is not in the pack', leftOut: [] };
    return { line, folder, files: held, leftOut: held.leftOut };
  });
  const strangers = files.filter(({ verdicts }) => !runs.some((run) => run.files?.verdicts.run === verdicts.run));
  problems.push(
    ...strangers.map(({ verdicts }) => `${verdicts.run} is not as it was when it was added to the campaign`),
  );
  if (strangers.length === files.length) return { problems };
  const all = standings(runs, said.rationales);
  const campaign = { name: said.name, runs, build: buildUnderTest(runs), standings: all, gaps: [] };
  return { problems, results: resultsOf(subjectOfCampaign(campaign, '')) };
}

const isAsAdded = (hashes: RunFiles['hashes'], line: { verdicts: string; ledger: string | null }) =>
  hashes['verdicts.json'] === line.verdicts && (hashes['ledger.ndjson'] ?? null) === line.ledger;

type Line = ReturnType<typeof recordLine.parse>;

function readRecord(bytes: Buffer): { lines: Line[] } | { problem: string } {
  const texts = bytes.toString('utf8').split('\n');
  if (texts.pop() !== '') return { problem: `line ${texts.length + 1} is cut off` };
  const lines: Line[] = [];
  let prev = '0'.repeat(64);
  for (const [index, text] of texts.entries()) {
    const number = index + 1;
    const parsed = recordLine.safeParse(parseJson(text));
    if (!parsed.success) return { problem: `line ${number} is not one of this record` };
    if (parsed.data.prev !== prev) return { problem: `line ${number} does not follow from the line before it` };
    if (parsed.data.seq !== number) return { problem: `line ${number} bears the sequence number ${parsed.data.seq}` };
    prev = createHash('sha256').update(text).digest('hex');
    lines.push(parsed.data);
  }
  return { lines };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
