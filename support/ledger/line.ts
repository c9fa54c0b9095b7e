import { createHash } from 'node:crypto';
import type { LedgerEntry } from './entry';

/** `prev` of the first line. */
export const genesis = '0'.repeat(64);

/** One entry as the line that is written, without its line end. `bodyText` is its body where that is JSON already. */
export function lineOf(entry: LedgerEntry, bodyText?: string): string {
  const line = JSON.stringify(entry);
  return bodyText === undefined ? line : `${line.slice(0, -1)},"body":${bodyText}}`;
}

/** An entry whose body is read from its text when somebody asks for it: most are never asked. */
class TextualEntry {
  readonly #bodyText: string;

  constructor(entry: LedgerEntry, bodyText: string) {
    Object.assign(this, entry);
    this.#bodyText = bodyText;
  }

  get body(): unknown {
    return JSON.parse(this.#bodyText);
  }

  toJSON(): object {
    return { ...this, body: this.body };
  }
}

/** The entry with a body that is known as its text. */
export function withText(entry: LedgerEntry, bodyText: string): LedgerEntry {
  return new TextualEntry(entry, bodyText) as unknown as LedgerEntry;
}

/** SHA-256 (hex) of a line's bytes, without its line end: `prev` of the next line. */
export function hashOfLine(line: string | Buffer): string {
  return createHash('sha256').update(line).digest('hex');
}
