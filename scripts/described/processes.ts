import { partiesIn } from './parties';

/** A message, or every event of an interface. */
export interface Named {
  interface: string;
  event?: string;
}

/** A numbered step; without a message it goes past the DIP. */
export interface Step {
  row: number;
  from: string[];
  to: string[];
  message?: Named & { event: string };
}

/** Another way that a process may take. */
export interface Path {
  /** Its row in the table, from 1. */
  row: number;
  /** Each of these must go; of the messages inside one, any. What the path says is not sent is left out. */
  messages: Named[][];
  codes: string[];
}

export interface DescribedProcess {
  process: string;
  steps: Step[];
  /** Further events that go the way of a step. */
  variants: (Named & { event: string })[];
  paths: Path[];
}

const label = /\b((?:IF|REP)-\d{3}[A-Z]?)(?:\[([^\]]+)\])?/g;

function namedIn(text: string): Named[] {
  return [...text.matchAll(label)].map(([, id = '', event]) => ({ interface: id, ...(event && { event }) }));
}

const hasEvent = (one: Named): one is Named & { event: string } => one.event !== undefined;

/** Codes of a text, ranges written out: `SP001-SP003` is three. */
export function codesIn(text: string): string[] {
  const codes = [...text.matchAll(/\b([A-Z]{2,3})(\d{3,4})(?:-\1(\d{3,4}))?\b/g)].flatMap(([, family, from, to]) => {
    const count = Number(to ?? from) - Number(from) + 1;
    return Array.from({ length: count }, (_, i) => `${family}${String(Number(from) + i).padStart(from!.length, '0')}`);
  });
  return [...new Set(codes)];
}

/** Rows of the table below a line that begins so, without head and rule, by cell. */
function tableAfter(lines: readonly string[], start: string): string[][] {
  const at = lines.findIndex((line) => line.startsWith(start));
  if (at < 0) return [];
  const first = lines.findIndex((line, index) => index >= at && line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'));
  const rows = lines.slice(first + 2, end < 0 ? undefined : end);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function stepOf([number = '', parties = '', message = '']: readonly string[], process: string): Step {
  const [from = '', to] = parties.split('->');
  const [only] = namedIn(message);
  const goesPast = message.includes('off-DIP');
  if (to === undefined || (!goesPast && !(only && hasEvent(only)))) {
    throw new Error(`${process} step ${number} cannot be read: ${parties}, ${message}`);
  }
  const step = { row: Number(number), from: partiesIn(from), to: partiesIn(to) };
  return goesPast || !only || !hasEvent(only) ? step : { ...step, message: only };
}

/** `IF-019/IF-020 in the variants A, B: …`, or messages named in full. */
function variantsOf(line: string): (Named & { event: string })[] {
  const [said = ''] = line.split(':');
  const [before = '', events] = said.split(' in the variants ');
  if (events === undefined) return namedIn(before).filter(hasEvent);
  const names = events.match(/[A-Za-z]+/g) ?? [];
  return namedIn(before).flatMap(({ interface: id }) => names.map((event) => ({ interface: id, event })));
}

function pathOf([, path = '', codes = '']: readonly string[], index: number): Path {
  const clauses = path.split(/;|,|\bthen\b|\band\b/).filter((clause) => !/^\s*no\b|\bnot sent\b/.test(clause));
  return {
    row: index + 1,
    messages: clauses.map(namedIn).filter((names) => names.length > 0),
    codes: codesIn(codes),
  };
}

function processOf(section: string): DescribedProcess {
  const lines = section.split('\n');
  const process = /^\w+/.exec(section)![0];
  const variants = lines.findIndex((line) => line.startsWith('Variant events:'));
  const after = lines.slice(variants + 1).filter((line) => line !== '');
  const count = after.findIndex((line) => !line.startsWith('- '));
  return {
    process,
    steps: tableAfter(lines, '| # |').map((cells) => stepOf(cells, process)),
    variants: variants < 0 ? [] : after.slice(0, count < 0 ? undefined : count).flatMap(variantsOf),
    paths: tableAfter(lines, 'Alternative paths:').map(pathOf),
  };
}

/** Reads the processes of a description: `### BP001 …` with its table of steps, its variant events, its other paths. */
export function readProcesses(markdown: string): DescribedProcess[] {
  const [, ...sections] = markdown.split(/^### (?=[A-Z]+\d*[A-Za-z]? )/m);
  return sections.map(processOf);
}
