import { personalClass, personalItems, type PersonalClass } from '../../catalogue';
import type { Striker } from './striker';

const items = new Map(personalItems().map((name) => [name.toLowerCase(), personalClass(name)!]));
const named = /([A-Za-z][\w-]*)((?:\[\d+\])*\\?"?\s*(?::|=)\s*)/g;
const single = /\\?"(?:[^"\\]|\\[^"])*\\?"|[^\s,;()[\]{}"]+/y;
const quotedOrGot = /"(?:[^"\\]|\\.)*"|(?<=\bgot )[^\s,;"]+/g;
const problem = /expected [^\n;]*/y;

/**
 * Strikes values that a sentence quotes behind the name of their item, be they ever so short: `B050.v = 0.308`,
 * `"v":"0.308"`, and both values of `M0.consentGranularity: expected "H", got "D"`. A key as JSON writes it may be any.
 */
export function strikeNamed(text: string, strike: Striker, hit: (of: PersonalClass) => void): string {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(named)) {
    if (match.index < end) continue;
    const of = match[2]!.includes('"') ? personalClass(match[1]!) : items.get(match[1]!.toLowerCase());
    if (of === undefined) continue;
    const start = match.index + match[0].length;
    const replaced = valuesAt(text, start, (value) => {
      const by = strike(of, unquoted(value));
      if (by === undefined) return value;
      hit(of);
      return value.startsWith('"') ? `"${by}"` : value.startsWith('\\"') ? `\\"${by}\\"` : by;
    });
    result += text.slice(end, start) + replaced.text;
    end = start + replaced.length;
  }
  return end === 0 ? text : result + text.slice(end);
}

function valuesAt(text: string, start: number, by: (value: string) => string): { text: string; length: number } {
  problem.lastIndex = start;
  const sentence = problem.exec(text)?.[0];
  if (sentence !== undefined) return { text: sentence.replace(quotedOrGot, by), length: sentence.length };
  single.lastIndex = start;
  const value = single.exec(text)?.[0] ?? '';
  return { text: nothing.test(value) ? value : by(value), length: value.length };
}

/** Words that stand where there is no value. */
const nothing = /^(?:|null|absent|nothing|an?|the|starts|one|is|struck:)$/;

const unquoted = (value: string) => value.replace(/^\\?"|\\?"$/g, '');
