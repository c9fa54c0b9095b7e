import { createHash } from 'node:crypto';
import type { LedgerEntry } from './entry';

/** `prev` of the first line. */
export const genesis = '0'.repeat(64);

/** One entry as the line that is written, without its line end. `bodyText` is its body where that is JSON already. */
export function lineOf(entry: LedgerEntry, bodyText?: string): string {
  const line = JSON.stringify(entry);
  return bodyText === undefined ? line : `${line.slice(0, -1)},"body":${bodyText}}`;
}

/** The entry with a body that is read from its text when somebody asks for it. */
export function withText(entry: LedgerEntry, bodyText: string): LedgerEntry {
  return Object.defineProperty(entry, 'body', {
    get: (): unknown => JSON.parse(bodyText),
    enumerable: true,
    configurable: true,
  });
}

/** SHA-256 (hex) of a line's bytes, without its line end: `prev` of the next line. */
export function hashOfLine(line: string | Buffer): string {
  return createHash('sha256').update(line).digest('hex');
}
