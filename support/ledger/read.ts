import type { LedgerEntry } from './entry';
import { scanLedger, type LedgerScan } from './scan';

export interface LedgerReading extends LedgerScan {
  entries: LedgerEntry[];
}

/** Reads a whole ledger file into memory and checks its chain, as `scanLedger` does. */
export async function readLedger(file: string): Promise<LedgerReading> {
  const entries: LedgerEntry[] = [];
  const scan = await scanLedger(file, (entry) => entries.push(entry));
  return { entries, ...scan };
}
