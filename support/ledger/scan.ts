import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { entrySchema, type LedgerEntry } from './entry';
import { genesis, hashOfLine } from './line';

/** Where a line stands in its file, in bytes; its line end is not counted. */
export interface LinePlace {
  start: number;
  length: number;
}

export interface LedgerScan {
  /** True when every line is well formed and the chain of hashes holds from the first line to the last. */
  intact: boolean;
  /** The first thing that is wrong, with its line number. */
  problem?: string;
  /** SHA-256 (hex) of the file. */
  sha256: string;
}

/**
 * Reads a ledger file, or the bytes of one, line by line and checks its chain; only one line is in memory at a time. Tells the entries
 * before the first line that is none; a line cut off at the end is left out and reported.
 */
export async function scanLedger(
  file: string | Iterable<Buffer>,
  visit: (entry: LedgerEntry, place: LinePlace) => void,
): Promise<LedgerScan> {
  const whole = createHash('sha256');
  let number = 0;
  let start = 0;
  let prev = genesis;
  let broken: string | undefined;
  let cutOff: string | undefined;
  let unreadable: string | undefined;
  for await (const { bytes, ended } of linesOf(file, whole)) {
    const place = { start, length: bytes.length };
    number += 1;
    start += bytes.length + 1;
    // What follows a line that is no entry is read for the hash of the file alone.
    if (unreadable) continue;
    if (!ended) {
      cutOff = `line ${number} is cut off`;
      continue;
    }
    const parsed = entrySchema.safeParse(parseJson(bytes));
    if (!parsed.success) {
      unreadable = `line ${number} is not a ledger entry`;
      continue;
    }
    if (parsed.data.prev !== prev) broken ??= `line ${number} does not follow from the line before it`;
    if (parsed.data.seq !== number) broken ??= `line ${number} bears the sequence number ${parsed.data.seq}`;
    prev = hashOfLine(bytes);
    visit(parsed.data, place);
  }
  const problem = unreadable ?? cutOff ?? broken;
  return { intact: problem === undefined, ...(problem && { problem }), sha256: whole.digest('hex') };
}

/** The lines of a file without their line ends; bytes after the last line end are a line that has not ended. */
async function* linesOf(
  file: string | Iterable<Buffer>,
  whole: Hash,
): AsyncGenerator<{ bytes: Buffer; ended: boolean }> {
  let begun: Buffer[] = [];
  const chunks = typeof file === 'string' ? (createReadStream(file) as AsyncIterable<Buffer>) : file;
  for await (const chunk of chunks) {
    whole.update(chunk);
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield { bytes: Buffer.concat([...begun, chunk.subarray(from, end)]), ended: true };
      begun = [];
      from = end + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield { bytes: Buffer.concat(begun), ended: false };
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
