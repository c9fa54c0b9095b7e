import { readFile } from 'node:fs/promises';
import { entrySchema, type LedgerEntry } from './entry';
import { genesis, hashOfLine } from './line';

export interface LedgerReading {
  entries: LedgerEntry[];
  /** True when every line is well formed and the chain of hashes holds from the first line to the last. */
  intact: boolean;
  /** The first thing that is wrong, with its line number. */
  problem?: string;
}

/** Reads a ledger file and checks its chain. A line cut off at the end is left out and reported. */
export async function readLedger(file: string): Promise<LedgerReading> {
  const text = await readFile(file, 'utf8');
  const lines = text.split('\n');
  const rest = lines.pop();
  const entries: LedgerEntry[] = [];
  let problem: string | undefined = rest ? `line ${lines.length + 1} is cut off` : undefined;
  let prev = genesis;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const parsed = entrySchema.safeParse(parseJson(line));
    if (!parsed.success) return { entries, intact: false, problem: `line ${number} is not a ledger entry` };
    if (parsed.data.prev !== prev) problem ??= `line ${number} does not follow from the line before it`;
    if (parsed.data.seq !== number) problem ??= `line ${number} bears the sequence number ${parsed.data.seq}`;
    prev = hashOfLine(line);
    entries.push(parsed.data);
  }
  return { entries, intact: problem === undefined, problem };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
