import { markup, type Markup } from '../markup';
import { messagesTable } from '../summary-messages';
import { link } from './names';
import type { Line, ViewerIndex } from './viewer-index';

/**
 * Lines of ledgers as tables, in their order, with their bodies read now: a table for each stretch of one scenario and
 * run. `headed`: whether each says whose it is.
 */
export function lineTables(index: ViewerIndex, place: string, lines: readonly Line[], headed: boolean): Markup[] {
  return stretches(lines).map((stretch) => {
    const { run, scenario, number } = stretch[0]!;
    const { verdicts, lines: ledger } = index.subject.runs[run]!;
    const entries = [...(ledger?.read(stretch.map((line) => line.number)) ?? [])];
    const whose = scenario ?? 'no scenario';
    const inRun = index.subject.runs.length > 1 ? `, run ${verdicts.run}` : '';
    const label = `${whose}${inRun}, from line ${number}`;
    const shown = messagesTable(entries, label, (at) => index.rowId(stretch[at]!));
    return headed
      ? markup`<h2>${heading(index, place, scenario)}<span class="small">${inRun}</span></h2>${shown}`
      : shown;
  });
}

function heading(index: ViewerIndex, place: string, scenario: string | undefined): Markup {
  if (scenario === undefined) return markup`No scenario claims these`;
  const result = index.results.get(scenario);
  const { name = '' } = result?.scenario ?? {};
  return markup`${scenarioLink(index, place, scenario)} <span class="small">${name}</span>`;
}

/** The id of a scenario as a link to its page, where there is one. */
export function scenarioLink(index: ViewerIndex, place: string, id: string): Markup {
  const page = index.scenarioPage(id);
  return page === undefined ? markup`${id}` : markup`<a href="${link(place, `${page}.html`)}">${id}</a>`;
}

/** An MPAN as a link to its conversation, where there is one. */
export function mpanLink(index: ViewerIndex, place: string, mpan: string): Markup {
  const page = index.mpanPage(mpan);
  return page === undefined ? markup`${mpan}` : markup`<a href="${link(place, `${page}.html`)}">${mpan}</a>`;
}

function stretches(lines: readonly Line[]): Line[][] {
  const all: Line[][] = [];
  for (const line of lines) {
    const last = all.at(-1);
    if (last && last[0]!.run === line.run && last[0]!.scenario === line.scenario) last.push(line);
    else all.push([line]);
  }
  return all;
}
