import { createHash } from 'node:crypto';
import { personalClasses, type PersonalClass } from '../../catalogue';
import { entrySchema } from '../../ledger';
import { createDictionary, type Dictionary } from './dictionary';
import { linesOf } from './lines';
import { strikeNamed } from './named-values';
import { noFile } from './originals';
import type { Striker } from './striker';
import { decodedUrl, strikeParameters } from './texts';
import { walkEntry } from './walk-entry';
import { walk, type Visitor } from './walk';

/** What a ledger holds that must be struck. */
export interface Gathered {
  dictionary: Dictionary;
  /** Different values that are struck, by class. */
  values: ReadonlyMap<PersonalClass, ReadonlySet<string>>;
  /** Lines that are no entries, so that nobody can say what they hold. */
  unreadable: number;
  /** SHA-256 (hex) of the file; null where there is none. */
  sha256: string | null;
}

/** A line of a ledger as JSON; undefined where it is no entry. */
export function entryOf(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return entrySchema.safeParse(value).success ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What takes the place of a line that is no entry. */
export const unreadableMark = '[struck: unreadable line';

/** Reads a ledger once and notes every value that the policy strikes; `mpans` are told besides. */
export async function gather(file: string, strike: Striker, mpans: readonly string[]): Promise<Gathered> {
  const dictionary = createDictionary();
  const values = new Map(personalClasses.map((of) => [of, new Set<string>()] as const));
  const note = (of: PersonalClass, value: unknown) => {
    const by = strike(of, value);
    if (by === undefined) return value;
    values.get(of)!.add(String(value));
    dictionary.add(of, String(value), by);
    return value;
  };
  // What is struck here is thrown away: the value is noted on the way.
  const noting: Striker = (of, value) => void note(of, value);
  const visitor: Visitor = { value: note, text: (text) => (looksJson(text) ? inJson(text, visitor) : text) };
  const ofEntry = {
    ...visitor,
    sentence: visitor.text,
    url: (text: string) => strikeParameters(decodedUrl(text), noting),
  };
  const parties = new Set<string>();
  const whole = createHash('sha256');
  let unreadable = 0;
  let there = true;
  try {
    for await (const { bytes, ended } of linesOf(file)) {
      whole.update(bytes);
      if (ended) whole.update('\n');
      const entry = ended ? entryOf(bytes) : undefined;
      if (!entry) {
        const text = bytes.toString('utf8');
        if (text.startsWith(unreadableMark)) continue;
        // What can be made out of it is looked for in the other files.
        strikeNamed(text, noting, () => undefined);
        unreadable += 1;
        continue;
      }
      walkEntry(entry, ofEntry);
      parties.add(String(entry.from)).add(String(entry.to));
    }
  } catch (error) {
    if (!noFile(error)) throw error;
    there = false;
  }
  mpans.forEach((mpan) => note('mpan', mpan));
  parties.forEach((party) => dictionary.keep(party));
  return { dictionary, values, unreadable, sha256: there ? whole.digest('hex') : null };
}

export const looksJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** Walks JSON that stands in a text; what is none stays. */
export function inJson(text: string, visitor: Visitor): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  let changed = false;
  const noting = <T>(before: T, after: unknown) => {
    changed ||= before !== after;
    return after;
  };
  const walked = walk(value, {
    value: (of, one) => noting(one, visitor.value(of, one)),
    text: (one) => noting(one, visitor.text(one)) as string,
  });
  return changed ? JSON.stringify(walked) : text;
}
