import { markup, type Markup } from '../markup';
import { anchor, count, moment } from '../text';
import { framed, pager, table, type Frame } from './frame';
import { mpanLink, scenarioLink } from './lines';
import { link, numbered, paged, placeOf, rowsOfPage, type Page } from './names';
import { chip } from './scenario-pages';
import type { Line, ViewerIndex } from './viewer-index';

interface Rows<T> {
  items: readonly T[];
  title: string;
  placeOf(number: number): string;
  headings: readonly string[];
  row(item: T, place: string): Markup;
  none: string;
  lead?: string | false;
}

function* tablePages<T>(index: ViewerIndex, frame: Frame, rows: Rows<T>): Generator<Page> {
  const { title, headings, lead } = rows;
  const pages = paged(rows.items, rowsOfPage);
  const places = pages.map((_, at) => rows.placeOf(at + 1));
  for (const [at, items] of pages.entries()) {
    const place = places[at]!;
    const shown = items.map((item) => rows.row(item, place));
    const content = items.length > 0 ? table(title, headings, shown) : markup`<p>${rows.none}</p>`;
    yield framed(index, frame, { place, title, lead, body: markup`${pager(place, places, title)}${content}` });
  }
}

/** MPAN → scenarios. */
export function mpanTable(index: ViewerIndex, frame: Frame): Generator<Page> {
  const left = [...index.mpans.keys()].filter((mpan) => index.mpanPage(mpan) === undefined).length;
  return tablePages(index, frame, {
    items: [...index.mpans],
    title: 'MPANs',
    placeOf: (number) => placeOf('mpans', number),
    headings: ['MPAN', 'Scenarios', 'Ledger lines'],
    row: ([mpan, lines], place) => {
      const scenarios = [...new Set(lines.flatMap(({ scenario }) => scenario ?? []))];
      const listed = scenarios.slice(0, 20).map((id, at) => [at > 0 && ', ', scenarioLink(index, place, id)]);
      const more = scenarios.length > 20 && ` and ${scenarios.length - 20} more`;
      return markup`<tr><th scope="row">${mpanLink(index, place, mpan)}</th><td>${listed}${more}</td><td>${lines.length}</td></tr>`;
    },
    none: 'No line of the ledger names an MPAN.',
    lead: left > 0 && `${count(left, 'MPAN')} have no page of their own: their lines stand with their scenarios.`,
  });
}

/** Transaction id → its first line. */
export function transactionTable(index: ViewerIndex, frame: Frame): Generator<Page> {
  return tablePages(index, frame, {
    items: transactions(index),
    title: 'Transactions',
    placeOf: (number) => numbered('transactions', number),
    headings: ['Transaction', 'Message', 'Time', 'MPAN', 'Scenario', 'Line'],
    row: ([id, line], place) =>
      markup`<tr><th scope="row"><a href="${link(place, index.hrefOf(line))}"><code>${id}</code></a></th><td>${line.message}</td><td>${moment(line.at)}</td><td>${line.mpan === undefined ? '–' : mpanLink(index, place, line.mpan)}</td><td>${line.scenario === undefined ? '–' : scenarioLink(index, place, line.scenario)}</td><td>${line.number}</td></tr>`,
    none: 'No line of the ledger has a transaction id.',
  });
}

/** Each transaction id with the first line that has it, sorted. */
export function transactions({ lines }: Pick<ViewerIndex, 'lines'>): [string, Line][] {
  const first = new Map<string, Line>();
  for (const line of lines) {
    if (line.transaction !== undefined && !first.has(line.transaction)) first.set(line.transaction, line);
  }
  return [...first].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Requirement → scenarios with their verdicts. */
export function requirementTable(index: ViewerIndex, frame: Frame): Generator<Page> {
  return tablePages(index, frame, {
    items: index.requirements,
    title: 'Requirements',
    placeOf: (number) => placeOf('requirements', number),
    headings: ['Requirement', 'What it asks for', 'State', 'Scenarios'],
    row: ({ id, text, state, why, scenarios }, place) => {
      const listed = scenarios.map((scenario) => {
        const verdict = index.results.get(scenario)?.verdict;
        return markup`<li>${scenarioLink(index, place, scenario)} ${verdict && chip(verdict)}</li>`;
      });
      return markup`<tr id="${anchor(id)}"><th scope="row">${id}</th><td>${text}</td><td>${state}${why && markup`<br><span class="small">${why}</span>`}</td><td>${listed.length > 0 ? markup`<ul>${listed}</ul>` : 'none in this evidence'}</td></tr>`;
    },
    none: 'No requirement is known here.',
  });
}
