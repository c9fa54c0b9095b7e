import type { z } from 'zod';
import { type Judged, unknownKeyText } from './unknown-key';

/** One thing wrong with a message. */
export interface Problem {
  /** `CommonBlock.S1.senderDIPID`, `CustomBlock.B905List[0].existingMeter.meterID`; empty for the message as a whole. */
  path: string;
  /** `expected …, got …`, with the name that was probably meant. */
  text: string;
  /** Response code with which the DIP refuses such a message: `MSG1001`. */
  code?: string;
}

/** A path as problems write it. */
export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((so, key) => {
    if (typeof key === 'number') return `${so}[${key}]`;
    return so ? `${so}.${String(key)}` : String(key);
  }, '');
}

/** A value in a few words, for the end of a problem's text. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text;
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);
}

const shapes: Record<string, string> = { object: 'an object', array: 'a list' };

/** A sender's time that is none has a code of its own; every other problem of form is a schema failure. */
const codeAt = (path: string) => (path === 'CommonBlock.S1.senderTimestamp' ? 'MSG1007' : 'MSG1001');

/** Problems of a payload out of the issues that its schema found: one per path and expectation. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], payload: unknown, as: () => Judged): Problem[] {
  const found = issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      const beside = Object.keys(at(payload, issue.path) as object);
      return issue.keys.map((key) => {
        const path = dotted([...issue.path, key]);
        const suggestion = unknownKeyText({ parents: issue.path, key, beside, path }, as());
        const got = shown(at(payload, [...issue.path, key]));
        return { path, text: suggestion ?? `expected no item of that name here, got ${got}`, code: codeAt(path) };
      });
    }
    const words = (issue.code === 'invalid_type' && shapes[issue.expected]) || issue.message;
    const path = dotted(issue.path);
    return [{ path, text: `expected ${words}, got ${shown(at(payload, issue.path))}`, code: codeAt(path) }];
  });
  const seen = new Set<string>();
  return found.filter(({ path, text }) => !seen.has(`${path} ${text}`) && seen.add(`${path} ${text}`));
}
