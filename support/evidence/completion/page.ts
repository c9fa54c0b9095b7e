import { markup } from '../markup';
import { pageHead } from '../page';
import { runNotes, top, nav } from './page-top';
import { environmentSection, executionSection, scopeSection } from './page-facts';
import { criteriaSection, defectsSection, workOffSection } from './page-defects';
import { assumptionsSection, closing, signOffSection } from './page-end';
import { requirementsSection, resultsSection } from './page-results';
import type { Completion } from './report';

const ownStyle = `nav.toc ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:1.1rem 0 0;padding:0;font-size:.875rem}
.stacked th[scope=row]{font-weight:400;min-width:9rem}.stacked th .small{font-weight:400}.criteria th[scope=row]{font-weight:600}.nowrap{white-space:nowrap}
.stacked td{overflow-wrap:break-word}.sign td{height:3.2rem;min-width:8rem}
@media screen and (max-width:46rem){.stacked thead{display:none}.stacked,.stacked tbody,.stacked tr,.stacked tr>*{display:block;width:auto}
.stacked tr{border-bottom:1px solid var(--line);padding:.5rem 0}.stacked tr>*{border:0;padding:.1rem 0}.stacked th[scope=row]{font-weight:600}
.stacked td::before{content:attr(data-label) ": ";color:var(--soft)}.stacked td:empty:not(.sign td){display:none}.stacked td.n{text-align:left}}
@media print{nav.toc{display:none}h2{margin-top:1.5rem}.stacked{font-size:8.5pt}.stacked th[scope=row]{min-width:0}.nowrap{white-space:normal}.wide{overflow:visible}
.stacked thead th{font-size:7.5pt}.stacked th,.stacked td{padding-right:.4rem}.stacked td.n,.stacked th.n{padding-right:.6rem}
.scenarios{display:table;font-size:8.5pt}.scenarios>thead{display:table-header-group}.scenarios>caption{display:table-caption}.scenarios>tbody{display:table-row-group}
.scenarios>tbody>tr{display:table-row}.scenarios>tbody>tr>*{display:table-cell;padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--line)}.scenarios td[data-label]::before{content:none}.scenarios th[scope=row]{width:36%}.scenarios td code,.stacked .small,.scenarios .small,.chip{overflow-wrap:normal;font-size:7.5pt}
dl.facts{grid-template-columns:9rem 1fr 9rem 1fr;gap:.2rem 1rem}.sign tr{break-inside:avoid}}`;

/** The test completion report as one self-contained page for screen, phone and paper; no script. In pieces. */
export function* completionPieces(report: Completion): Generator<string> {
  const { subject } = report;
  const noted = runNotes(subject);
  yield markup`${pageHead(`Test completion report: ${subject.runs.at(-1)!.verdicts.participant.name}, ${subject.name}`, ownStyle)}
<body>
<a class="skip" href="#h-criteria">To the exit criteria</a>
${noted.length > 0 && markup`<p class="every-page" aria-hidden="true">${noted.map(({ text }) => text).join(' ')}</p>`}
${top(report, noted)}
<main>
${nav()}
${criteriaSection(report)}
${scopeSection(report)}
${environmentSection(report)}
${executionSection(report)}
`.text;
  for (const part of resultsSection(report)) yield part.text;
  yield markup`
${defectsSection(report)}
${workOffSection(report)}
${requirementsSection(report)}
${assumptionsSection(report)}
${signOffSection(report)}
</main>
${closing(report)}
</body>
</html>
`.text;
}
