import { createContext, Script } from 'node:vm';
import { quoted, raise } from './raise';
import { type Place, placeText } from './specification';

/** Longest time that all trials of one pattern may take together. */
const milliseconds = 500;

/** Texts at which a pattern with repetitions inside repetitions loses its way: many equal parts and a wrong end. */
function trials(pattern: string): string[] {
  const letters = new Set(['a', 'A', '0', ' ', '-', '.', '_', '@', ...pattern.replace(/[^\w .,@:/#+-]/g, '')]);
  const runs = pattern.match(/[\w .@:/-]{2,}/g) ?? [];
  const parts = [...letters, ...runs, 'a0', 'a ', 'a.', 'a-'].slice(0, 80);
  return parts.flatMap((part) => [`${part.repeat(32)}\u0001`, `${part.repeat(2000)}\u0001`]);
}

/** A pattern as JSON Schema reads it; one that only the older reading of regular expressions takes is read so. */
export function patternOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

const known = new Set<string>();
let attempt: Script | undefined;
let context: ReturnType<typeof createContext> | undefined;

/** Raises RELEASE_PATTERN_INVALID and, of a pattern that a short text can keep busy, RELEASE_PATTERN_SLOW. */
export function checkPattern(pattern: string, place: Place): void {
  if (known.has(pattern)) return;
  const values = { file: place.file, value: quoted(pattern) };
  let found: RegExp;
  try {
    found = patternOf(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, '') : String(error);
    throw raise('RELEASE_PATTERN_INVALID', { ...values, reason }, placeText(place), error);
  }
  context ??= createContext({});
  Object.assign(context, { source: found.source, flags: found.flags, trials: trials(pattern) });
  try {
    // Only a script of its own can be stopped while a pattern runs.
    attempt ??= new Script('trials.some((text) => new RegExp(source, flags).test(text))');
    attempt.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    throw raise('RELEASE_PATTERN_SLOW', values, placeText(place), error);
  }
  known.add(pattern);
}
