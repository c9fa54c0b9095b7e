import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorsOf, evidenceErrors } from '../errors';
import { readLedger, type LedgerEntry } from '../ledger';
import { verdictKinds, verdictsSchema, type Verdicts } from '../verdict';
import { fileId, sha256 } from './text';
import { leftOut, totalsProblem, type LeftOut } from './totals';

const raise = errorsOf(evidenceErrors);

const excludedSchema = z.object({
  id: z.string(),
  verdict: z.enum(verdictKinds),
  reason: z.string(),
});
const selectionSchema = z.object({ selected: z.array(z.string()), excluded: z.array(excludedSchema) });

export type Selection = z.infer<typeof selectionSchema>;

/** All that evidence is made from, as read from a run folder. */
/** A message sequence, expected against actual, as SVG text. */
export interface Diagram {
  /** The scenario's label of the MPAN; null for its first. */
  mpan: string | null;
  svg: string;
}

export interface RunFiles {
  verdicts: Verdicts;
  selection: Selection;
  /** Excluded scenarios that the totals count and the verdicts do not list. */
  leftOut: LeftOut[];
  entries: LedgerEntry[];
  /** Why the ledger does not prove itself: broken chain, cut off, absent. */
  ledgerProblem?: string;
  /** Scenario id → its message sequences, one for each MPAN. */
  diagrams: Map<string, Diagram[]>;
  /** File name → SHA-256 (hex) of what was read. */
  hashes: Record<string, string>;
}

/**
 * Reads a run folder. `verdicts.json` must be there and add up; without a ledger, a selection or a diagram the
 * evidence is poorer and says so.
 * @throws QualifyError EVIDENCE_RUN_MISSING, EVIDENCE_RUN_UNREADABLE, EVIDENCE_TOTALS_DISAGREE
 */
export async function readRunFiles(folder: string): Promise<RunFiles> {
  const verdictsFile = path.join(folder, 'verdicts.json');
  const bytes = await readIfThere(verdictsFile);
  if (!bytes) throw raise('EVIDENCE_RUN_MISSING', { file: 'verdicts.json' }, folder);
  const verdicts = parse(verdictsSchema, bytes, verdictsFile);
  const hashes: Record<string, string> = { 'verdicts.json': sha256(bytes) };

  const ledgerFile = path.join(folder, 'ledger.ndjson');
  // Evidence of what there is can be made without it, whatever became of it.
  const ledgerBytes = await readIfThere(ledgerFile).catch(() => undefined);
  if (ledgerBytes) hashes['ledger.ndjson'] = sha256(ledgerBytes);
  const ledger = ledgerBytes
    ? await readLedger(ledgerFile)
    : { entries: [], intact: false, problem: 'ledger.ndjson is not in the run folder, or cannot be read' };

  const selectionFile = path.join(folder, 'selection.json');
  const selectionBytes = await readIfThere(selectionFile);
  const selection = selectionBytes
    ? parse(selectionSchema, selectionBytes, selectionFile)
    : { selected: [], excluded: [] };
  const problem = totalsProblem(verdicts, selection.excluded);
  if (problem) throw raise('EVIDENCE_TOTALS_DISAGREE', { problem }, verdictsFile);

  const ids = verdicts.scenarios.map(({ id }) => id);
  return {
    verdicts,
    selection,
    leftOut: leftOut(verdicts, selection.excluded),
    entries: ledger.entries,
    ...(ledger.intact ? {} : { ledgerProblem: ledger.problem ?? 'the chain of hashes does not hold' }),
    diagrams: await readDiagrams(path.join(folder, 'diagrams'), ids),
    hashes,
  };
}

/** A scenario's first MPAN has a file of the scenario's name, a further one that name with its label behind. */
async function readDiagrams(folder: string, ids: readonly string[]): Promise<Map<string, Diagram[]>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.svg')).sort();
  const diagrams = new Map<string, Diagram[]>();
  for (const id of ids) {
    const own = names.filter((name) => name.replace(/(-[A-Z])?\.svg$/, '') === fileId(id));
    const read = own.map(async (name) => {
      const svg = await readFile(path.join(folder, name), 'utf8');
      return { mpan: /-([A-Z])\.svg$/.exec(name)?.[1] ?? null, svg };
    });
    if (own.length > 0) diagrams.set(id, (await Promise.all(read)).sort(byLabel));
  }
  return diagrams;
}

const byLabel = (a: Diagram, b: Diagram) => (a.mpan ?? '').localeCompare(b.mpan ?? '');

/** Ledger entries by the scenario that caused them; what no scenario claims is left to the findings of the run. */
export function entriesByScenario(entries: readonly LedgerEntry[]): Map<string, LedgerEntry[]> {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    if (entry.scenario === undefined) continue;
    const group = groups.get(entry.scenario);
    if (group) group.push(entry);
    else groups.set(entry.scenario, [entry]);
  }
  return groups;
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse<T>(schema: z.ZodType<T>, bytes: Buffer, file: string): T {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw raise('EVIDENCE_RUN_UNREADABLE', { file: path.basename(file), problem: 'it is not JSON' }, file, error);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const problem = issue ? `${issue.path.join('.')}: ${issue.message}` : 'it has another shape';
  throw raise('EVIDENCE_RUN_UNREADABLE', { file: path.basename(file), problem }, file);
}
