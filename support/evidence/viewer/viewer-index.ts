import type { LedgerEntry } from '../../ledger';
import { factsOf } from '../pack/facts';
import type { Result, Subject } from '../subject';
import { messageOf } from '../summary-messages';
import { fileNames, linesOfPage, placeOf } from './names';

/** One line of a ledger, without its body. */
export interface Line {
  /** Which run of the subject, from 0. */
  run: number;
  /** From 1, as it stands in ledger.ndjson. */
  number: number;
  at: string;
  kind: string;
  message: string;
  scenario: string | undefined;
  mpan: string | undefined;
  transaction: string | undefined;
  correlations: string[];
  reference: string | undefined;
}

/** A requirement, and what the scenarios that prove it came to. */
export interface ViewedRequirement {
  id: string;
  text: string;
  state: string;
  why: string;
  /** Ids of scenarios of the subject. */
  scenarios: readonly string[];
}

/** All that the pages are found and linked by. Bodies stay in the files. */
export interface ViewerIndex {
  subject: Subject;
  notes: readonly string[];
  requirements: readonly ViewedRequirement[];
  results: ReadonlyMap<string, Result>;
  /** Sorted by MPAN; lines in the order of runs and of each ledger. */
  mpans: ReadonlyMap<string, readonly Line[]>;
  /** Lines of the run that counts, by scenario. */
  scenarios: ReadonlyMap<string, readonly Line[]>;
  /** Lines that no scenario claims, and those of attempts that do not count and name no MPAN. */
  unclaimed: readonly Line[];
  lines: readonly Line[];
  /** Places of the pages of a scenario and an MPAN, without `.html`; undefined where there is none. */
  scenarioPage(id: string): string | undefined;
  mpanPage(mpan: string): string | undefined;
  /** Where a line is shown: in the conversation of its MPAN, else with its scenario, else among the unclaimed. */
  hrefOf(line: Line): string;
  /** Id of the row of a line, the same on every page. */
  rowId(line: Line): string;
}

/** More conversations than this have no page of their own: a pack has bounds, and their lines stand with the scenarios. */
const mostConversations = 5000;

/** Reads the ledgers of a subject once, line by line, and notes where each line will be found. */
export function indexSubject(
  subject: Subject,
  requirements: readonly ViewedRequirement[] = [],
  most = mostConversations,
): ViewerIndex {
  const results = new Map(subject.results.map((result) => [result.id, result]));
  const counting = (line: Line) => {
    const result = line.scenario === undefined ? undefined : results.get(line.scenario);
    return result?.scenario !== undefined && result.run === subject.runs[line.run];
  };
  const lines = [...linesOf(subject)];
  const byMpan = grouped(lines, ({ mpan }) => mpan);
  const mpans = new Map([...byMpan].sort(([a], [b]) => (a < b ? -1 : 1)));
  const scenarios = grouped(lines.filter(counting), ({ scenario }) => scenario);
  const mpanNames = fileNames([...mpans.keys()].slice(0, most));
  const scenarioNames = fileNames(results.keys());
  const mpanPage = (mpan: string) => under('mpan/', mpanNames.get(mpan));
  const unclaimed = lines.filter(
    (line) => !counting(line) && (line.scenario === undefined || mpanPage(line.mpan ?? '') === undefined),
  );
  const rowId = ({ run, number }: Line) => (subject.runs.length > 1 ? `r${run + 1}-${number}` : `l-${number}`);
  const places = new Map<Line, string>();
  const note = (base: string, all: readonly Line[]) =>
    all.forEach((line, index) => places.set(line, placeOf(base, Math.floor(index / linesOfPage) + 1)));
  note('unclaimed', unclaimed);
  for (const [id, all] of scenarios) note(`scenarios/${scenarioNames.get(id)!}`, all);
  for (const [mpan, name] of mpanNames) note(`mpan/${name}`, mpans.get(mpan)!);
  return {
    ...{ subject, requirements, results, mpans, scenarios, unclaimed, lines, mpanPage, rowId },
    notes: factsOf(subject, new Map()).notes,
    scenarioPage: (id) => under('scenarios/', scenarioNames.get(id)),
    hrefOf: (line) => `${places.get(line)!}#${rowId(line)}`,
  };
}

const under = (parent: string, name: string | undefined) => (name === undefined ? undefined : parent + name);

function* linesOf({ runs }: Subject): Generator<Line> {
  for (const [run, { lines }] of runs.entries()) {
    let number = 0;
    const all = Array.from({ length: lines?.count ?? 0 }, (_, index) => index + 1);
    for (const entry of lines?.read(all) ?? []) yield lineOf(entry, run, (number += 1));
  }
}

function lineOf(entry: LedgerEntry, run: number, number: number): Line {
  const { at, kind, scenario, mpan, transactionID, correlationID, initialCorrelationID, reference } = entry;
  return {
    ...{ run, number, at, kind, scenario, mpan, message: messageOf(entry) },
    transaction: transactionID ?? undefined,
    correlations: [...new Set([correlationID, initialCorrelationID])].flatMap((one) => one ?? []),
    reference: reference ?? undefined,
  };
}

function grouped(lines: readonly Line[], keyOf: (line: Line) => string | undefined): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === undefined) continue;
    const own = groups.get(key);
    if (own) own.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}
