import { hash } from 'node:crypto';
import { personalClasses, type PersonalClass } from '../../catalogue';
import { entryOf, inJson, looksJson, unreadableMark } from './gather';
import { linesOf } from './lines';
import type { Striker } from './striker';
import type { Texts } from './texts';
import { walkEntry, type EntryVisitor } from './walk-entry';

/** What became of a ledger that was written again. */
export interface Rewritten {
  /** Lines in which something was struck, by class. */
  lines: Map<PersonalClass, number>;
  /** Lines that were no entries, and were struck whole. */
  unreadable: number;
}

const sha256 = (bytes: Buffer | string) => hash('sha256', bytes);

/**
 * The lines of a ledger as they may be shown, chained anew, each with the hash of the line as it was captured. What did
 * not follow from the line before it still does not; what was no entry is none; what was cut off stays cut off.
 */
export async function* redactedLedger(
  file: string,
  strike: Striker,
  textsFor: (hit: (of: PersonalClass) => void) => Texts,
  told: Rewritten,
): AsyncGenerator<string> {
  let hits = new Set<PersonalClass>();
  const texts = textsFor((of) => hits.add(of));
  const visitor: EntryVisitor = {
    value(of, value) {
      const by = strike(of, value);
      if (by === undefined) return value;
      hits.add(of);
      return by;
    },
    text: (text) => texts.plain(looksJson(text) ? inJson(text, visitor) : text),
    sentence: (text) => texts.sentence(looksJson(text) ? inJson(text, visitor) : text),
    url: texts.url,
  };
  let before: string | undefined;
  let prev = '';
  for await (const { bytes, ended } of linesOf(file)) {
    hits = new Set();
    const captured = sha256(bytes);
    const entry = ended ? entryOf(bytes) : undefined;
    const follows = entry && (before === undefined || entry.prev === before);
    const chained = entry && { ...entry, prev: before === undefined || !follows ? entry.prev : prev };
    const line = chained
      ? redactedLine(bytes, entry, chained, { captured, visitor, hits })
      : unreadable(bytes, captured, told);
    for (const of of hits) told.lines.set(of, (told.lines.get(of) ?? 0) + 1);
    before = captured;
    prev = sha256(line);
    yield ended ? `${line}\n` : line;
  }
}

type Plain = Record<string, unknown>;

function redactedLine(
  bytes: Buffer,
  entry: Plain,
  chained: Plain,
  { captured, visitor, hits }: { captured: string; visitor: EntryVisitor; hits: ReadonlySet<PersonalClass> },
): string {
  const walked = walkEntry(chained, visitor);
  if (hits.size === 0) return sameLine(bytes.toString('utf8'), entry, chained, captured);
  const { seq, prev, captured: first = captured, redacted, ...rest } = walked;
  const rules = personalClasses.filter((of) => hits.has(of)).map((of) => `policy:${of}`);
  const all = [...new Set([...((redacted as string[] | undefined) ?? []), ...rules])];
  return JSON.stringify({ seq, prev, captured: first, ...rest, redacted: all });
}

/** Numbers stay as they are written: the line is only chained anew. */
function sameLine(text: string, entry: Plain, chained: Plain, captured: string): string {
  const begin = `{"seq":${String(entry.seq)},"prev":"${String(entry.prev)}"`;
  const made = `{"seq":${String(entry.seq)},"prev":"${String(chained.prev)}"`;
  const mark = entry.captured === undefined ? `,"captured":"${captured}"` : '';
  if (text.startsWith(begin)) return made + mark + text.slice(begin.length);
  const { seq, prev, ...rest } = chained;
  return JSON.stringify({ seq, prev, captured, ...rest });
}

function unreadable(bytes: Buffer, captured: string, told: Rewritten): string {
  const text = bytes.toString('utf8');
  if (text.startsWith(unreadableMark)) return text;
  told.unreadable += 1;
  return `${unreadableMark} of ${bytes.length} bytes, SHA-256 ${captured}]`;
}
