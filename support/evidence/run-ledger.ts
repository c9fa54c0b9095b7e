import { closeSync, openSync, readSync } from 'node:fs';
import { entrySchema, scanLedger, type LedgerEntry, type LinePlace } from '../ledger';

/** The lines of a ledger, whoever they are of, numbered from 1 as they stand in the file. */
export interface LedgerLines {
  count: number;
  /** The entries of these lines; each is read when its turn comes. */
  read(numbers: Iterable<number>): Generator<LedgerEntry>;
}

/** The ledger of a finished run: where each line stands. What stands there is read when it is asked for. */
export interface RunLedger {
  /**
   * The entries of a scenario, in their order, read from the file: those of all scenarios together are several times
   * the size of the ledger. What no scenario claims is left to the findings of the run.
   */
  entriesOf(scenario: string): LedgerEntry[];
  /** How many there are, unread. */
  countOf(scenario: string): number;
  lines: LedgerLines;
  /** Why it does not prove itself: broken chain, cut off, absent. */
  problem?: string;
  /** SHA-256 (hex) of the file, where it could be read. */
  sha256?: string;
}

/** Checks a ledger file and notes whose its lines are; `visit` is told each entry. One that cannot be read is empty. */
export async function readRunLedger(file: string, visit?: (entry: LedgerEntry) => void): Promise<RunLedger> {
  const places = new Map<string, LinePlace[]>();
  const all: LinePlace[] = [];
  const note = (entry: LedgerEntry, place: LinePlace) => {
    visit?.(entry);
    all.push(place);
    if (entry.scenario === undefined) return;
    const own = places.get(entry.scenario);
    if (own) own.push(place);
    else places.set(entry.scenario, [place]);
  };
  // Evidence of what there is can be made without it, whatever became of it.
  const scan = await scanLedger(file, note).catch(() => undefined);
  if (!scan) {
    const problem = 'ledger.ndjson is not in the run folder, or cannot be read';
    return { entriesOf: () => [], countOf: () => 0, lines: linesAt(file, []), problem };
  }
  return {
    entriesOf: (scenario) => [...entriesAt(file, places.get(scenario) ?? [])],
    countOf: (scenario) => places.get(scenario)?.length ?? 0,
    lines: linesAt(file, all),
    ...(scan.intact ? {} : { problem: scan.problem ?? 'the chain of hashes does not hold' }),
    sha256: scan.sha256,
  };
}

const linesAt = (file: string, all: readonly LinePlace[]): LedgerLines => ({
  count: all.length,
  read: (numbers) =>
    entriesAt(
      file,
      [...numbers].map((number) => all[number - 1]!),
    ),
});

function* entriesAt(file: string, places: readonly LinePlace[]): Generator<LedgerEntry> {
  if (places.length === 0) return;
  const descriptor = openSync(file, 'r');
  try {
    for (const { start, length } of places) {
      const bytes = Buffer.alloc(length);
      readSync(descriptor, bytes, 0, length, start);
      yield entrySchema.parse(JSON.parse(bytes.toString('utf8')));
    }
  } finally {
    closeSync(descriptor);
  }
}
