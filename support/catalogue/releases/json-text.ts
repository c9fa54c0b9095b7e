import { QualifyError } from '../../errors';
import { maxDepth } from './limits';
import { quoted, raise } from './raise';

/** Line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Value of a JSON text. Raises RELEASE_FILE_UNREADABLE, RELEASE_KEY_TWICE, RELEASE_KEY_UNSAFE, RELEASE_TOO_COMPLEX. */
export function readJson(text: string, file: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(text, file, error);
  }
  checkKeys(text, file);
  return value;
}

function unreadable(text: string, file: string, error: unknown): QualifyError {
  const reason = error instanceof Error ? error.message : String(error);
  const offset = /position (\d+)/.exec(reason)?.[1];
  const end = /end of JSON input/.test(reason) ? text.length : undefined;
  const line = lineOf(text, offset === undefined ? (end ?? 0) : Number(offset));
  return raise('RELEASE_FILE_UNREADABLE', { file, format: 'JSON', reason }, `${file}:${line}`, error);
}

/** Offset of the quote that ends the string which begins at `start`. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end;
  }
}

const colonNext = /\s*:/y;

/** JSON.parse keeps the last of two equal keys without a word; this looks at the keys of a text that it has accepted. */
function checkKeys(text: string, file: string): void {
  const open: Set<string>[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const place = () => `${file}:${lineOf(text, offset)}`;
    const mark = text[offset]!;
    if (mark === '{' || mark === '[') {
      const deep = open.push(new Set()) > maxDepth;
      if (deep) throw raise('RELEASE_TOO_COMPLEX', { file, what: `over ${maxDepth} levels` }, place());
    } else if (mark === '}' || mark === ']') {
      open.pop();
    } else if (mark === '"') {
      const end = stringEnd(text, offset);
      colonNext.lastIndex = end + 1;
      if (colonNext.test(text)) checkKey(JSON.parse(text.slice(offset, end + 1)) as string, open.at(-1)!, file, place);
      offset = end;
    }
  }
}

/** Adds a key to those of its object. Raises RELEASE_KEY_TWICE, RELEASE_KEY_UNSAFE. */
export function checkKey(key: string, keys: Set<string>, file: string, place: () => string): void {
  if (key === '__proto__') throw raise('RELEASE_KEY_UNSAFE', { file, key }, place());
  if (keys.has(key)) throw raise('RELEASE_KEY_TWICE', { file, key: quoted(key).slice(1, -1) }, place());
  keys.add(key);
}
