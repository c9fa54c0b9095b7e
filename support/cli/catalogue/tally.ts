import { messageLabel } from '../../catalogue';
import { counted } from '../output';
import { printed as pc } from '../terminal';
import type { Judged, Told } from './judge';

type Level = 'error' | 'warning';

/** A problem that many messages may share, with the first places where it was seen. */
interface Kind {
  told: Told;
  level: Level;
  count: number;
  labels: Set<string>;
  places: string[];
}

export interface Tally {
  totals: { messages: number; valid: number; invalid: number; unread: number; warnings: number };
  count(judged: Judged, unread: boolean): void;
  /** For people: each event with how many are valid, then each problem once. `named`: with the name of the file. */
  lines(o: { named: boolean }): string[];
}

const mostPlaces = 5;
const mostShown = 30;
const mostHeld = 500;

/** Counts what was found in a file, in bounded memory. */
export function createTally(file: string): Tally {
  const totals = { messages: 0, valid: 0, invalid: 0, unread: 0, warnings: 0 };
  const events = new Map<string, { valid: number; invalid: number }>();
  const kinds = new Map<string, Kind>();
  let left = 0;

  function add(told: Told, level: Level, label: string, place: string): void {
    // The same place in a list, and the same fault with another value, are the same to whoever mends it.
    const message = told.message.replace(/, got .*/s, '');
    const key = [level, told.code, anyIndex(told.path), anyIndex(message)].join(' ');
    let kind = kinds.get(key);
    if (!kind) {
      if (kinds.size >= mostHeld) return void (left += 1);
      kinds.set(key, (kind = { told, level, count: 0, labels: new Set(), places: [] }));
    }
    kind.count += 1;
    if (kind.labels.size < mostHeld) kind.labels.add(label);
    if (kind.places.length < mostPlaces && kind.places.at(-1) !== place) kind.places.push(place);
  }

  return {
    totals,
    count(judged, unread) {
      const { valid, errors, warnings, index, line } = judged;
      totals.messages += 1;
      totals[unread ? 'unread' : valid ? 'valid' : 'invalid'] += 1;
      totals.warnings += warnings.length;
      const own = unread ? 'not readable' : labelOf(judged);
      const label = events.has(own) || events.size < mostHeld ? own : 'others';
      const event = events.get(label) ?? { valid: 0, invalid: 0 };
      event[valid ? 'valid' : 'invalid'] += 1;
      events.set(label, event);
      if (errors.length + warnings.length === 0) return;
      const place = line === undefined ? `message ${index + 1}` : `line ${line}`;
      for (const told of errors) add(told, 'error', label, place);
      for (const told of warnings) add(told, 'warning', label, place);
    },
    lines({ named }) {
      const sorted = [...events].sort(([a], [b]) => (a < b ? -1 : 1));
      const width = Math.max(0, ...sorted.map(([label]) => label.length));
      const found = [...kinds.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
      const more = left + Math.max(0, found.length - mostShown);
      return [
        ...(named ? [pc.bold(file)] : []),
        ...sorted.map(([label, { valid, invalid }]) => {
          const bad =
            label === 'not readable' ? pc.red(String(invalid)) : invalid > 0 ? pc.red(`${invalid} not valid`) : '';
          return `${label.padEnd(width)}  ${[valid > 0 ? pc.green(`${valid} valid`) : '', bad].filter(Boolean).join(', ')}`;
        }),
        ...found.slice(0, mostShown).flatMap(kindLines),
        ...(more > 0 ? [pc.dim(`and ${counted(more, 'more problem')}; --json shows all of them`)] : []),
      ];
    },
  };
}

/** Only what counts the items of a list: B070 and B071 are two blocks. */
const anyIndex = (text: string) => text.replace(/\[\d+\]/g, '[]');

const rank = ({ level }: Kind) => (level === 'error' ? 0 : 1);

function labelOf({ interface: id, event }: Judged): string {
  return id === null || event === null ? 'no interface and event' : messageLabel({ interface: id, event });
}

/** Of a long text the beginning and the end, which says what was found. */
const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 110)} … ${text.slice(-70)}` : text);

function kindLines({ told, level, count, labels, places }: Kind): string[] {
  const paint = level === 'error' ? pc.red : pc.yellow;
  const [label = '', ...others] = labels;
  const where = others.length > 0 ? `${label} and ${counted(others.length, 'other message')}` : label;
  const more = count > places.length ? ` … (${count} times)` : '';
  return [
    `${paint(level.padEnd(7))} ${pc.bold(told.path || 'the message')}  ${pc.dim(told.code)}`,
    `        ${shortened(told.message)}`,
    `        ${pc.dim(`${where}: ${places.join(', ')}${more}`)}`,
  ];
}
