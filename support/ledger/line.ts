import { hash } from 'node:crypto';
import type { LedgerEntry } from './entry';

/** `prev` of the first line. */
export const genesis = '0'.repeat(64);

/** One entry as the line that is written, without its line end. `bodyText` is its body where that is JSON already. */
export function lineOf(entry: Omit<LedgerEntry, 'body'>, bodyText?: string): string {
  const line = JSON.stringify(entry);
  return bodyText === undefined ? line : `${line.slice(0, -1)},"body":${bodyText}}`;
}

/** SHA-256 (hex) of a line's bytes, without its line end: `prev` of the next line. */
export function hashOfLine(line: string | Buffer): string {
  return hash('sha256', line);
}
