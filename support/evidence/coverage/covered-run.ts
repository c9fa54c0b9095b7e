import type { LedgerEntry } from '../../ledger';
import { readRunFiles } from '../run-files';
import type { CoveredRun } from './types';

/** Reads of a run folder what its coverage is told from; the errors of `readRunFiles`. */
export async function readCoveredRun(folder: string): Promise<CoveredRun> {
  const entries: LedgerEntry[] = [];
  const { verdicts, selection, ledgerProblem } = await readRunFiles(folder, (entry) => entries.push(entry));
  return { verdicts, selection, entries, ...(ledgerProblem && { ledgerProblem }) };
}
