import { verdictWords } from '../headline';
import { markup, type Markup } from '../markup';
import { statement } from '../summary-scenarios';
import { count, moment } from '../text';
import { tally, type VerdictKind } from '../totals';
import { framed, table, type Frame } from './frame';
import { link, type Page } from './names';
import { scenarioHeadings, scenarioRow } from './scenario-pages';
import type { ViewerIndex } from './viewer-index';

const place = 'index.html';
const mostListed = 50;

/** index.html: what it is, totals, what did not pass, and where the rest stands. */
export function overview(index: ViewerIndex, frame: Frame): Page {
  const { subject } = index;
  const { verdicts } = subject.runs.at(-1)!;
  const components = verdicts.systemUnderTest.components.map(({ name, version }) => `${name} ${version}`).join(', ');
  const body = markup`<ul class="tiles" aria-label="Totals by verdict">${tiles(index)}</ul>
<section aria-labelledby="h-what"><h2 id="h-what">What this is</h2><dl class="facts">
<dt>Participant</dt><dd>${verdicts.participant.name} as ${verdicts.participant.roles.join(', ')}</dd>
<dt>System under test</dt><dd>${verdicts.systemUnderTest.name}${components && ` (${components})`}</dd>
<dt>Stage and release</dt><dd>${verdicts.stage}, release ${verdicts.release}, DIP ${verdicts.dip}</dd>
<dt>Harness</dt><dd>MHHS Qualify ${verdicts.harness.version}, commit ${verdicts.harness.commit ?? 'not known'}</dd>
</dl>${table('Runs', ['Run', 'Began', 'Ended', 'Findings'], runRows(index))}</section>
<section aria-labelledby="h-pages"><h2 id="h-pages">Where things stand</h2><ul>${places(index)}</ul></section>
${findings(index)}
${notPassed(index)}`;
  return framed(index, frame, { place, title: 'Overview', body });
}

function tiles({ subject }: ViewerIndex): Markup[] {
  const totals = tally(subject.results);
  return (Object.keys(totals) as VerdictKind[]).map((kind) => {
    const { word, mark, tone } = verdictWords[kind];
    return markup`<li class="${totals[kind] === 0 ? 'none' : tone}"><b>${totals[kind]}</b> ${mark} ${word}</li>`;
  });
}

const runRows = ({ subject }: ViewerIndex): Markup[] =>
  subject.runs.map(
    ({ verdicts: { run, started, ended, findings: own } }) =>
      markup`<tr><th scope="row">${run}</th><td>${moment(started)}</td><td>${moment(ended)}</td><td>${own.length}</td></tr>`,
  );

function places({ subject, mpans, lines, requirements, unclaimed }: ViewerIndex): Markup[] {
  const transactions = new Set(lines.flatMap(({ transaction }) => transaction ?? [])).size;
  const all: [string, string, string][] = [
    ['scenarios-1.html', count(subject.results.length, 'scenario'), 'verdict, why, steps, diagrams, messages'],
    ['mpans.html', count(mpans.size, 'MPAN'), 'the conversation about each, across scenarios'],
    ['transactions-1.html', count(transactions, 'transaction'), 'each with its line of the ledger'],
    ['requirements.html', count(requirements.length, 'requirement'), 'and the scenarios that prove them'],
    ['unclaimed.html', count(unclaimed.length, 'line'), 'of the ledger that no scenario claims'],
  ];
  return all.map(([to, what, more]) => markup`<li><a href="${link(place, to)}">${what}</a>: ${more}</li>`);
}

function findings({ subject }: ViewerIndex): Markup | '' {
  const all = subject.runs.flatMap(({ verdicts }) => verdicts.findings);
  if (all.length === 0) return '';
  const items = all
    .slice(0, mostListed)
    .map(({ code, blame, reason, ledger }) => statement(code, blame, reason, ledger));
  const more = all.length > mostListed && markup`<p>and ${all.length - mostListed} more, in summary.html</p>`;
  return markup`<section aria-labelledby="h-findings"><h2 id="h-findings">Findings of the run</h2><ul>${items}</ul>${more}</section>`;
}

function notPassed(index: ViewerIndex): Markup | '' {
  const all = index.subject.results.filter(({ verdict }) => !['pass', 'not-applicable'].includes(verdict));
  if (all.length === 0) return '';
  const rows = all.slice(0, mostListed).map((result) => scenarioRow(index, place, result));
  const more = all.length > mostListed && markup`<p>and ${all.length - mostListed} more among the scenarios</p>`;
  return markup`<section aria-labelledby="h-open"><h2 id="h-open">What did not pass</h2>${table('Scenarios that did not pass', scenarioHeadings, rows)}${more}</section>`;
}
