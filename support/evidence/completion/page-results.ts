import { grades, type ScenarioVerdict } from '../../verdict';
import { verdictWords } from '../headline';
import { markup, type Markup } from '../markup';
import type { Result } from '../subject';
import { countsTable } from '../summary-totals';
import { anchor, count, duration, moment } from '../text';
import type { Completion } from './report';
import { section, table } from './page-top';
import { toneOfState } from '../traceability/state';

/** Results by process, role and grade, and every scenario with its attempts. In pieces: there may be many. */
export function* resultsSection({ subject: { results } }: Completion): Generator<Markup> {
  const ran = results.flatMap((one) => (one.scenario ? [{ ...one, scenario: one.scenario }] : []));
  const left = results.filter(({ scenario }) => !scenario);
  const by = (keys: (scenario: ScenarioVerdict) => readonly string[]) => {
    const names = [...new Set(ran.flatMap(({ scenario }) => keys(scenario)))].sort();
    return names.map((name) => [name, ran.filter(({ scenario }) => keys(scenario).includes(name))] as const);
  };
  const byGrade = [...grades, null].map(
    (grade) => [grade ?? 'no proof taken', ran.filter(({ scenario }) => scenario.grade === grade)] as const,
  );
  const others = left.length > 0 ? [['left out of the run', left] as const] : [];
  const groups = [...by(({ process }) => [process]), ...others];
  yield markup`<section aria-labelledby="h-results"><h2 id="h-results">Results</h2>
<div class="tables"><div>${countsTable('By business process', 'Process', groups)}</div><div>${countsTable(
    'By role under test',
    'Role',
    by(({ roles }) => roles),
  )}
<p class="small">A scenario that tests several roles counts under each.</p>${countsTable(
    'By grade of proof',
    'Grade',
    byGrade.filter(([, members]) => members.length > 0),
  )}</div></div>
<details><summary>Every scenario: ${count(results.length, 'result')}</summary><table class="scenarios"><caption>Every scenario, its result that counts and its attempts</caption>
<thead><tr><th scope="col">Scenario</th><th scope="col">Verdict</th><th scope="col">Blame</th><th scope="col">Grade of proof</th><th scope="col">Run</th><th scope="col" class="n">Attempts</th></tr></thead>
`;
  for (const result of results) yield scenarioRow(result);
  yield markup`</table></details></section>`;
}

function scenarioRow({ id, verdict, reason, scenario, run, attempts }: Result): Markup {
  const { word, mark, tone } = verdictWords[verdict];
  const why = verdict === 'pass' || !reason ? '' : reason.split('\n').find((line) => !/^step\s/.test(line));
  const earlier =
    attempts.length > 1 &&
    markup`<details><summary>attempts<span class="small"> of ${id}</span></summary><ul>${attempts.map(
      (one) =>
        markup`<li>${moment(one.scenario.started)} <code>${one.run.verdicts.run}</code> ${verdictWords[one.scenario.verdict].word}${one.counts && ', counts'}${one.reason && ` (${one.reason})`}</li>`,
    )}</ul></details>`;
  return markup`<tbody id="${anchor(id)}"><tr><th scope="row"><span class="id">${id}</span> ${scenario?.name}${why && markup`<br><span class="small">${why}</span>`}</th><td data-label="Verdict"><span class="chip ${tone}">${mark} ${word}</span></td><td data-label="Blame">${scenario?.blame ?? '–'}</td><td data-label="Grade of proof">${scenario?.grade ?? '–'}</td><td data-label="Run"><code>${run.verdicts.run}</code><br><span class="small">${duration(scenario?.durationMs)}</span></td><td class="n" data-label="Attempts">${attempts.length}${earlier}</td></tr></tbody>`;
}

/** How many requirements are shown, and each that is not. */
export function requirementsSection({ rttm }: Completion): Markup {
  const scoped = rttm.requirements.filter(({ inScope }) => inScope);
  const own = rttm.own?.rows ?? [];
  const shown = (all: readonly { state: string }[]) => all.filter(({ state }) => state === 'shown').length;
  const open = [
    ...own.map(({ row, ...one }) => ({
      id: [row.requirement, row.testCase].filter(Boolean).join(' · '),
      text: rttm.own!.list.file,
      ...one,
    })),
    ...scoped.map(({ requirement: { id, text }, ...one }) => ({ id, text, ...one })),
  ].filter(({ state }) => state !== 'shown');
  const rows = open.map(({ id, text, state, why }) => [
    markup`<code>${id}</code><br>${text}`,
    markup`<b class="${toneOfState(state)}">${state}</b>`,
    why,
  ]);
  return section(
    'requirements',
    own.length > 0 &&
      markup`<p>Of ${count(own.length, 'requirement')} of ${rttm.own!.list.file}, ${shown(own)} shown.</p>`,
    markup`<p>Of ${count(scoped.length, 'requirement')} of the register in the participant's roles, ${shown(scoped)} shown. A requirement is shown when each of its scenarios ran, passed and showed what it asks for; the traceability matrix (<code>rttm.xlsx</code>) has each with its transactions.</p>`,
    rows.length > 0 &&
      markup`<details><summary>${count(rows.length, 'requirement')} not shown</summary>${table('Requirements not shown', ['Requirement', 'State', 'Why'], rows)}</details>`,
  );
}
