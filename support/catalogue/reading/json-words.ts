import type { JsonCode } from './json-problem';

/** What stands at an offset, in a few words. */
export function foundAt(text: string, offset: number): string {
  const char = String.fromCodePoint(text.codePointAt(offset)!);
  if (char === '"') return 'a double quote';
  if (char === "'") return 'a single quote';
  if (text.startsWith('//', offset) || text.startsWith('/*', offset)) return 'a comment';
  if ('}]'.includes(char) && /,\s*$/.test(text.slice(Math.max(0, offset - 200), offset))) {
    return `${char} after a comma`;
  }
  const word = /^[\w.+-]{1,20}/.exec(text.slice(offset, offset + 20))?.[0];
  if (word) return word;
  return /\p{C}|\p{Z}/u.test(char) ? codePoint(char) : `"${char}"`;
}

const codePoint = (char: string) =>
  `the character U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** The offset after a string that begins at `start`, or what is wrong with the string and where. */
export function endOfString(text: string, start: number): number | { code: JsonCode; text: string; at: number } {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') return at + 1;
    if (char === '\\') {
      if (at + 1 >= text.length) break;
      const escape = text.slice(at, at + 6);
      if (/^\\["\\/bfnrt]/.test(escape)) at += 1;
      else if (/^\\u[0-9a-fA-F]{4}/.test(escape)) at += 5;
      else
        return {
          code: 'JSON_NOT_VALID',
          text: `expected an escape such as \\n or \\u00e9, got ${escape.slice(0, 2)}`,
          at,
        };
    } else if (char === '\n' || char === '\r') {
      return { code: 'JSON_NOT_VALID', text: 'expected a closing quote, got the end of the line', at: start };
    } else if (char < ' ') {
      return { code: 'JSON_NOT_VALID', text: `expected no control character in a string, got ${codePoint(char)}`, at };
    }
  }
  return { code: 'JSON_CUT_OFF', text: 'expected the rest of a string, got the end of the text', at: text.length };
}
