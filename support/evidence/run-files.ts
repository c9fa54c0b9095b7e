import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorsOf, evidenceErrors } from '../errors';
import type { LedgerEntry } from '../ledger';
import { verdictKinds, verdictsSchema, type Verdicts } from '../verdict';
import { readRedaction, requireSettled, type Redaction } from './redaction';
import { readRunDiagrams, type Diagram } from './run-diagrams';
import { readRunLedger, type LedgerLines } from './run-ledger';
import { sha256 } from './text';
import { leftOut, totalsProblem, type LeftOut } from './totals';

const raise = errorsOf(evidenceErrors);

const excludedSchema = z.object({
  id: z.string(),
  verdict: z.enum(verdictKinds),
  reason: z.string(),
});
export const selectionSchema = z.object({ selected: z.array(z.string()), excluded: z.array(excludedSchema) });

export type Selection = z.infer<typeof selectionSchema>;

/** All that evidence is made from, as read from a run folder; entries and diagrams scenario by scenario. */
export interface RunFiles {
  verdicts: Verdicts;
  selection: Selection;
  /** Excluded scenarios that the totals count and the verdicts do not list. */
  leftOut: LeftOut[];
  /** The entries of a scenario, read from the file with each call. */
  entriesOf(scenario: string): LedgerEntry[];
  /** How many entries a scenario has, unread; absent where there are none to be read. */
  countOf?(scenario: string): number;
  /** Every line of the ledger; absent where its lines are not there to be read. */
  lines?: LedgerLines;
  /** Why the ledger does not prove itself: broken chain, cut off, absent. */
  ledgerProblem?: string;
  /** The message sequences of a scenario, one for each MPAN, read with each call. */
  diagramsOf(scenario: string): Diagram[];
  /** What was struck from the run; absent where no policy was applied, so that all stands as it was captured. */
  redaction?: Redaction;
  /** Requirements that a scenario is to prove, where the caller knows the register. */
  requirementsOf?(scenario: string): readonly string[];
  /** File name → SHA-256 (hex) of what was read. */
  hashes: Record<string, string>;
}

/**
 * Reads a run folder. `verdicts.json` must be there and add up; without a ledger, a selection or a diagram the
 * evidence is poorer and says so. `visit` is told every entry of the ledger, in its order.
 * @throws QualifyError EVIDENCE_RUN_MISSING, EVIDENCE_RUN_UNREADABLE, EVIDENCE_TOTALS_DISAGREE, REDACTION_UNFINISHED,
 * REDACTION_RECORD_UNREADABLE
 */
export async function readRunFiles(folder: string, visit?: (entry: LedgerEntry) => void): Promise<RunFiles> {
  requireSettled(folder);
  const verdictsFile = path.join(folder, 'verdicts.json');
  const bytes = await readIfThere(verdictsFile);
  if (!bytes) throw raise('EVIDENCE_RUN_MISSING', { file: 'verdicts.json' }, folder);
  const verdicts = parse(verdictsSchema, bytes, verdictsFile);
  const hashes: Record<string, string> = { 'verdicts.json': sha256(bytes) };

  const ledger = await readRunLedger(path.join(folder, 'ledger.ndjson'), visit);
  if (ledger.sha256) hashes['ledger.ndjson'] = ledger.sha256;
  const redaction = await readRedaction(folder);
  const ledgerProblem = ledger.problem ?? otherThanRedacted(redaction, ledger.sha256);

  const selectionFile = path.join(folder, 'selection.json');
  const selectionBytes = await readIfThere(selectionFile);
  const selection = selectionBytes
    ? parse(selectionSchema, selectionBytes, selectionFile)
    : { selected: [], excluded: [] };
  const problem = totalsProblem(verdicts, selection.excluded);
  if (problem) throw raise('EVIDENCE_TOTALS_DISAGREE', { problem }, verdictsFile);

  return {
    verdicts,
    selection,
    leftOut: leftOut(verdicts, selection.excluded),
    entriesOf: ledger.entriesOf,
    countOf: ledger.countOf,
    lines: ledger.lines,
    ...(ledgerProblem ? { ledgerProblem } : {}),
    ...(redaction ? { redaction } : {}),
    diagramsOf: await readRunDiagrams(path.join(folder, 'diagrams')),
    hashes,
  };
}

/** The chain alone does not show a ledger that was made anew from its first line on. */
function otherThanRedacted(redaction: Redaction | undefined, sha256: string | undefined): string | undefined {
  if (!redaction || redaction.ledgerSha256 === (sha256 ?? null)) return undefined;
  return 'ledger.ndjson is not the file that redaction.json describes';
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
