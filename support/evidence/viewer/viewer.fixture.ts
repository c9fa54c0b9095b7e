import type { LedgerEntry } from '../../ledger';
import { everyVerdict, nastyName, runFolder, scenario, verdictsOf } from '../fixture';
import { readRunFiles, type RunFiles } from '../run-files';
import { subjectOfRun, type Subject } from '../subject';
import type { Page } from './names';
import { viewerPages } from './pages';
import { indexSubject, type ViewedRequirement } from './viewer-index';

export const mpan = '1012345678907';

export const requirements: ViewedRequirement[] = [
  { id: 'MQ-R-1', text: 'It is <asked> "for"', state: 'shown', why: '', scenarios: ['MQ-BP001-010'] },
  { id: 'MQ-R-2', text: nastyName, state: 'no scenario', why: 'no scenario proves it yet', scenarios: [] },
];

/** A run with every verdict, hostile names and ids, read from a folder. */
export async function everyRun(): Promise<RunFiles> {
  const hostile = scenario({ id: 'MQ-BP009-010/../../<x> "con"', name: nastyName });
  const left = { id: 'MQ-BP099-010', verdict: 'not-applicable', reason: 'REGS is not held' };
  const verdicts = verdictsOf([...everyVerdict(), hostile]);
  // Left out by the selection, and counted.
  verdicts.totals.notApplicable += 1;
  return readRunFiles(await runFolder(verdicts, [left]));
}

export async function everySubject(): Promise<Subject> {
  return subjectOfRun(await everyRun());
}

/** A run of which no line is on a disk; `told` gets how many lines are asked for at a time. */
export function madeSubject(
  scenarios: number,
  lines: number,
  told: (count: number) => void = () => undefined,
): Subject {
  const verdicts = verdictsOf(
    Array.from({ length: scenarios }, (_, index) => scenario({ id: scenarioId(index), mpans: [mpanOf(index)] })),
  );
  const run: RunFiles = {
    ...{ verdicts, selection: { selected: [], excluded: [] }, leftOut: [], hashes: { 'verdicts.json': '0' } },
    ...{ entriesOf: () => [], diagramsOf: () => [] },
    lines: {
      count: lines,
      *read(numbers) {
        const all = [...numbers];
        told(all.length);
        for (const number of all) yield entry(number, (number - 1) % scenarios);
      },
    },
  };
  return subjectOfRun(run);
}

export const scenarioId = (index: number) => `MQ-BP001-${index}`;
export const mpanOf = (index: number) => String(1_000_000_000_000 + Math.floor(index / 2));

function entry(seq: number, index: number): LedgerEntry {
  const body = { CommonBlock: { S0: { interfaceID: 'IF-031' } }, CustomBlock: { free: 'Some "text" '.repeat(400) } };
  return {
    ...{ seq, prev: '0'.repeat(64), at: '2027-02-10T10:00:01.000Z', source: 'dip', kind: 'accepted' },
    ...{ from: '1000000001', to: 'DIP', position: 'SUP', interface: 'IF-031', event: 'MSApp' },
    ...{ scenario: scenarioId(index), mpan: mpanOf(index), transactionID: `T-IF-031-${seq}`, reference: `S-${seq}` },
    ...{ correlationID: `C-${index}`, redacted: [], checks: [], body, httpStatus: 201 },
  };
}

export const pagesOf = (subject: Subject): Page[] => [...viewerPages(indexSubject(subject, requirements))];

/** Every link of the pages that leads to no page, or to no id on it. */
export function deadLinks(pages: readonly Page[]): string[] {
  const ids = new Map(pages.map(({ name, text }) => [name, new Set(matches(text, / id="([^"]*)"/g))]));
  return pages.flatMap(({ name, text }) =>
    matches(text, / href="([^"]*)"/g).filter((href) => {
      const to = new URL(href, `http://pack/${name}`);
      const target = ids.get(decodeURIComponent(to.pathname.slice(1)));
      return !target || to.host !== 'pack' || (to.hash !== '' && !target.has(to.hash.slice(1)));
    }),
  );
}

export const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one]) => one!);
