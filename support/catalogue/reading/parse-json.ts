import { isUtf8 } from 'node:buffer';
import { firstProblem } from './careful';
import { countKeys, glance } from './glance';
import { type JsonCode, type JsonLimits, type JsonProblem, placeAt } from './json-problem';

export type Parsed = { ok: true; value: unknown } | { ok: false; problem: JsonProblem };

export const usualLimits: JsonLimits = { maxBytes: 64 * 1024 * 1024, maxDepth: 64, maxValues: 500_000 };

const replacement = '\ufffd';
const replacementBytes = [0xef, 0xbf, 0xbd];
const bom = [0xef, 0xbb, 0xbf];
const wideBoms = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * Reads one JSON text that nobody vouches for: within bounds, in time that grows with its length only. What JSON.parse
 * lets pass is refused too: a key that stands twice, of which it would keep the last, and keys such as `__proto__`. A
 * byte order mark is skipped.
 */
export function parseJson(input: Buffer | string, limits: Partial<JsonLimits> = {}): Parsed {
  const { maxBytes, maxDepth, maxValues } = { ...usualLimits, ...limits };
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  if (bytes.length > maxBytes) {
    return refused('JSON_TOO_LARGE', `it has ${bytes.length} bytes, and at most ${maxBytes} are read`);
  }
  if (wideBoms.some((mark) => startsWith(bytes, mark))) {
    return refused('JSON_NOT_UTF8', 'it is UTF-16, and only UTF-8 is read');
  }
  const own = startsWith(bytes, bom) ? bytes.subarray(bom.length) : bytes;
  if (!isUtf8(own)) return { ok: false, problem: notUtf8(own) };
  const { tooDeep, tooMany, keys } = glance(own, { maxDepth, maxValues });
  if (tooMany)
    return refused('JSON_TOO_LARGE', `it has more than ${maxValues} values, which are the most that are read`);
  const text = own.toString('utf8');
  if (tooDeep) return firstOf(text, maxDepth, 'objects and lists stand too deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (text.trim() === '') return refused('JSON_EMPTY', 'there is nothing in it');
    return firstOf(text, maxDepth, error instanceof Error ? error.message : String(error));
  }
  // As many keys as colons: none was lost.
  return countKeys(value) === keys ? { ok: true, value } : firstOf(text, maxDepth, 'a key stands twice');
}

const startsWith = (bytes: Buffer, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);

function refused(code: JsonCode, text: string): Parsed {
  return { ok: false, problem: { code, text, path: '', line: 1, column: 1 } };
}

function firstOf(text: string, maxDepth: number, otherwise: string): Parsed {
  const problem = firstProblem(text, maxDepth);
  return problem ? { ok: false, problem } : refused('JSON_NOT_VALID', otherwise);
}

/** The first byte that is not UTF-8. Decoding has put U+FFFD there, which may also stand in the text itself. */
function notUtf8(bytes: Buffer): JsonProblem {
  const text = bytes.toString('utf8');
  let offset = 0;
  for (let from = 0; ; from++) {
    const at = text.indexOf(replacement, from);
    offset += Buffer.byteLength(text.slice(from, at));
    if (!startsWith(bytes.subarray(offset), replacementBytes)) {
      const byte = bytes[offset]!.toString(16).padStart(2, '0');
      const problem = `the byte 0x${byte} is not UTF-8; the file may be in another encoding`;
      return { code: 'JSON_NOT_UTF8', text: problem, path: '', ...placeAt(text, at) };
    }
    offset += 3;
    from = at;
  }
}
