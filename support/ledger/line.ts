import { createHash } from 'node:crypto';
import type { LedgerEntry } from './entry';

/** `prev` of the first line. */
export const genesis = '0'.repeat(64);

/** One entry as the line that is written, without its line end: keys in the order of the contract. */
export function lineOf(entry: LedgerEntry): string {
  return JSON.stringify(entry);
}

/** SHA-256 (hex) of a line's bytes, without its line end: `prev` of the next line. */
export function hashOfLine(line: string): string {
  return createHash('sha256').update(line, 'utf8').digest('hex');
}
