import { verdictWords } from '../headline';
import { markup, type Markup } from '../markup';
import type { Result } from '../subject';
import { scenarioDetails } from '../summary-scenarios';
import { anchor, count, moment } from '../text';
import type { VerdictKind } from '../totals';
import { framed, pager, table, type Frame } from './frame';
import { lineTables, mpanLink, scenarioLink } from './lines';
import { link, linesOfPage, numbered, paged, placeOf, rowsOfPage, type Page } from './names';
import type { ViewerIndex } from './viewer-index';

/** How a verdict is written. */
export function chip(verdict: VerdictKind): Markup {
  const { word, mark, tone } = verdictWords[verdict];
  return markup`<span class="chip ${tone}">${mark} ${word}</span>`;
}

/** All scenarios, with their verdicts. */
export function* scenarioLists(index: ViewerIndex, frame: Frame): Generator<Page> {
  const pages = paged(index.subject.results, rowsOfPage);
  const places = pages.map((_, at) => numbered('scenarios', at + 1));
  for (const [at, results] of pages.entries()) {
    const place = places[at]!;
    const rows = results.map((result) => scenarioRow(index, place, result));
    const body = markup`${pager(place, places, 'scenarios')}${table('Scenarios', scenarioHeadings, rows)}`;
    yield framed(index, frame, { place, title: 'Scenarios', body });
  }
}

export const scenarioHeadings = ['Scenario', 'Name', 'Process', 'Verdict', 'Grade of proof', 'Ledger lines'];

export function scenarioRow(index: ViewerIndex, place: string, { id, verdict, scenario }: Result): Markup {
  return markup`<tr><th scope="row">${scenarioLink(index, place, id)}</th><td>${scenario?.name ?? 'did not run'}</td><td>${scenario?.process ?? '–'}</td><td>${chip(verdict)}</td><td>${scenario?.grade ?? '–'}</td><td>${index.scenarios.get(id)?.length ?? 0}</td></tr>`;
}

/** Each scenario with what is known of it; its messages go on on further pages where they are many. */
export function* scenarioPages(index: ViewerIndex, frame: Frame): Generator<Page> {
  const requirements = requirementsByScenario(index);
  for (const result of index.subject.results) {
    const base = index.scenarioPage(result.id)!;
    const pages = paged(index.scenarios.get(result.id) ?? [], linesOfPage);
    const places = pages.map((_, at) => placeOf(base, at + 1));
    for (const [at, lines] of pages.entries()) {
      const place = places[at]!;
      const first = at === 0 && details(index, place, result, requirements.get(result.id) ?? []);
      const none = markup`<p class="small">No message, act or answer of a probe in the ledger.</p>`;
      const shown = lines.length > 0 ? lineTables(index, place, lines, false) : none;
      const body = markup`${first}<section aria-labelledby="h-messages"><h2 id="h-messages">Messages, acts and what probes answered</h2>${pager(place, places, 'messages')}${shown}</section>`;
      const title = `${result.id}${at > 0 ? `, page ${at + 1}` : ''}`;
      yield framed(index, frame, {
        place,
        title,
        lead: markup`${chip(result.verdict)} ${result.scenario?.name}`,
        body,
      });
    }
  }
}

function details(index: ViewerIndex, place: string, result: Result, requirements: readonly string[]): Markup {
  const { scenario, run, reason } = result;
  const mpans = [
    ...new Set([
      ...(scenario?.mpans ?? []),
      ...(index.scenarios.get(result.id) ?? []).flatMap(({ mpan }) => mpan ?? []),
    ]),
  ];
  return markup`<section aria-labelledby="h-about"><h2 id="h-about">About this scenario</h2><dl class="facts">
<dt>Process</dt><dd>${scenario ? `${scenario.process} (${scenario.theme})` : '–'}</dd>
<dt>Grade of proof</dt><dd>${scenario?.grade ?? 'no proof was taken'}</dd>
<dt>Blame</dt><dd>${scenario?.blame ?? '–'}${scenario?.code && markup` <code>${scenario.code}</code>`}</dd>
<dt>Run</dt><dd>${run.verdicts.run}</dd>
<dt>MPANs</dt><dd>${mpans.length > 0 ? mpans.map((mpan, at) => [at > 0 && ', ', mpanLink(index, place, mpan)]) : 'none'}</dd>
<dt>Requirements</dt><dd>${requirements.length > 0 ? requirements.map((id, at) => [at > 0 && ', ', markup`<a href="${link(place, requirementHref(index, id))}">${id}</a>`]) : 'none'}</dd>
</dl></section>
${attempts(result)}
<section aria-labelledby="h-happened"><h2 id="h-happened">What happened</h2>${scenario ? scenarioDetails(scenario, run) : markup`<p>${reason ?? 'It did not run.'}</p>`}</section>
`;
}

function attempts({ attempts: all, lost = [] }: Result): Markup | '' {
  if (all.length + lost.length < 2 && lost.length === 0) return '';
  const rows = all.map(
    ({ run, scenario, counts, reason }) =>
      markup`<tr><th scope="row">${run.verdicts.run}</th><td>${moment(scenario.started)}</td><td>${chip(scenario.verdict)}</td><td>${counts ? 'counts' : 'does not count'}${reason && `: ${reason}`}</td></tr>`,
  );
  const gone = lost.map(
    ({ run, verdict, reason }) =>
      markup`<tr><th scope="row">${run}</th><td>–</td><td>${chip(verdict)}</td><td>cannot be shown: ${reason}</td></tr>`,
  );
  return markup`<section aria-labelledby="h-attempts"><h2 id="h-attempts">${count(all.length + lost.length, 'attempt')}</h2>${table('Attempts', ['Run', 'Started', 'Verdict', 'Standing'], [...rows, ...gone])}</section>`;
}

/** Where a requirement stands. */
export function requirementHref({ requirements }: Pick<ViewerIndex, 'requirements'>, id: string): string {
  const at = requirements.findIndex((one) => one.id === id);
  return `${placeOf('requirements', Math.floor(Math.max(at, 0) / rowsOfPage) + 1)}#${anchor(id)}`;
}

function requirementsByScenario({ requirements }: ViewerIndex): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { id, scenarios } of requirements)
    for (const scenario of scenarios) all.set(scenario, [...(all.get(scenario) ?? []), id]);
  return all;
}
