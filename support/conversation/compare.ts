import { instant } from '../catalogue';

/** How two values compare. */
export interface Comparison {
  ok: boolean;
  masked: boolean;
}

const equal: Comparison = { ok: true, masked: false };
const different: Comparison = { ok: false, masked: false };

/** `x` in place of a value: the DIP masks it for this recipient. */
const isMasked = (value: unknown) => typeof value === 'string' && /^x+$/.test(value);

/** Compares single values of the wire: date-times as instants, the rest as written. */
export function compareValue(actual: unknown, expected: unknown): Comparison {
  if (isMasked(actual) || isMasked(expected)) return { ok: true, masked: true };
  if (actual === expected || (actual !== undefined && String(actual) === String(expected))) return equal;
  if (typeof actual !== 'string' || typeof expected !== 'string') return different;
  const at = instant(actual);
  return at !== undefined && at === instant(expected) ? equal : different;
}

/** A leaf in which two values differ or of which one is masked. */
export interface Leaf extends Comparison {
  path: string;
  actual: unknown;
  expected: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every leaf that differs or is masked; empty when the two are the same. */
export function differences(actual: unknown, expected: unknown, path: string): Leaf[] {
  if (!isObject(actual) || !isObject(expected)) {
    const compared = isObject(actual) || isObject(expected) ? different : compareValue(actual, expected);
    return compared.ok && !compared.masked ? [] : [{ ...compared, path, actual, expected }];
  }
  const dot = (key: string) => (Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`);
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key) => differences(actual[key], expected[key], dot(key)));
}

/** A value as it is shown to people. */
export function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
