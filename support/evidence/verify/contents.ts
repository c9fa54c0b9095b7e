import { isDeepStrictEqual } from 'node:util';
import { scanLedger } from '../../ledger';
import { verdictsSchema } from '../../verdict';
import { factsOf, resultsOf } from '../pack/facts';
import type { Manifest, PackedResult, PackedRun } from '../pack/manifest';
import { selectionSchema, type RunFiles } from '../run-files';
import { subjectOfRun } from '../subject';
import { sha256 } from '../text';
import { checkCampaign } from './campaign-results';
import { leftOut, totalsProblem } from '../totals';

type Read = (name: string) => Buffer | undefined;

export interface ContentsReport {
  runs: { packed: PackedRun; files: RunFiles }[];
  problems: string[];
}

/** Reads what the runs of a pack say of themselves, and checks that it agrees: ledgers, totals, results. */
export async function checkContents(
  manifest: Manifest,
  read: Read,
  tell: (text: string) => void,
): Promise<ContentsReport> {
  const runs: ContentsReport['runs'] = [];
  const problems: string[] = [];
  for (const packed of manifest.runs) {
    tell(`checking ${packed.run}`);
    const outcome = await readRun(packed, read);
    problems.push(...outcome.problems);
    if (outcome.files) runs.push({ packed, files: outcome.files });
  }
  const files = runs.map((one) => one.files);
  const { kind } = manifest.subject;
  const campaign = kind === 'campaign' ? checkCampaign(read('campaign.ndjson'), manifest, files) : undefined;
  const results = campaign ? campaign.results : files[0] && resultsOf(subjectOfRun(files[0]));
  problems.push(...(campaign?.problems ?? []));
  if (manifest.runs.length !== 1 && kind === 'run') problems.push('manifest.json names several runs of one run');
  return { runs, problems: [...problems, ...runProblems(manifest, runs), ...resultProblems(manifest, results)] };
}

async function readRun(packed: PackedRun, read: Read): Promise<{ files?: RunFiles; problems: string[] }> {
  const at = (name: string) => `${packed.folder}${name}`;
  const verdictsBytes = read(at('verdicts.json'));
  const verdicts = verdictsSchema.safeParse(json(verdictsBytes));
  if (!verdictsBytes || !verdicts.success) return { problems: [`${at('verdicts.json')} is absent or cannot be read`] };
  const selectionBytes = read(at('selection.json'));
  const selection = selectionSchema.safeParse(selectionBytes ? json(selectionBytes) : { selected: [], excluded: [] });
  if (!selection.success) return { problems: [`${at('selection.json')} cannot be read`] };
  const ledger = read(at('ledger.ndjson'));
  const scan = ledger && (await scanLedger([ledger], () => undefined));
  const ledgerProblem = scan ? scan.problem : 'ledger.ndjson is not in the run folder, or cannot be read';
  const totals = totalsProblem(verdicts.data, selection.data.excluded);
  return {
    files: {
      verdicts: verdicts.data,
      selection: selection.data,
      leftOut: leftOut(verdicts.data, selection.data.excluded),
      entriesOf: () => [],
      diagramsOf: () => [],
      ...(ledgerProblem ? { ledgerProblem } : {}),
      hashes: { 'verdicts.json': sha256(verdictsBytes), ...(scan ? { 'ledger.ndjson': scan.sha256 } : {}) },
    },
    problems: [
      ...(ledgerProblem ? [`${at('ledger.ndjson')}: ${ledgerProblem}`] : []),
      ...(totals ? [`${at('verdicts.json')} contradicts itself: ${totals}`] : []),
    ],
  };
}

/** Whether the manifest says of the runs what their own files say. */
function runProblems(manifest: Manifest, runs: ContentsReport['runs']): string[] {
  return runs.flatMap(({ packed, files }) => {
    const own = factsOf(subjectOfRun(files), new Map([[files.verdicts.run, packed.folder]]));
    const left = own.notes.filter((note) => !manifest.notes.some((one) => one.endsWith(note)));
    return [
      ...(same(own.runs[0], packed) ? [] : [`manifest.json says of ${packed.run} what its own files do not`]),
      ...left.map((note) => `manifest.json leaves out a note on ${packed.run}: ${note}`),
    ];
  });
}

/** Whether the manifest has the results that the runs, and the record of a campaign, lead to. */
function resultProblems({ results }: Manifest, own: readonly PackedResult[] | undefined): string[] {
  if (!own) return [];
  const known = new Map(own.map((one) => [one.id, one]));
  const stated = new Set(results.map(({ id }) => id));
  const wrong = results.filter((one) => !same(known.get(one.id), one));
  const missing = own.filter(({ id }) => !stated.has(id));
  return [
    ...wrong.map(({ id }) => `manifest.json says another result of ${id} than the files of its run`),
    ...missing.map(({ id }) => `manifest.json leaves out the result of ${id}`),
    ...(stated.size === results.length ? [] : ['manifest.json has a result twice']),
  ];
}

const same = isDeepStrictEqual;

function json(bytes: Buffer | undefined): unknown {
  try {
    return bytes && JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
