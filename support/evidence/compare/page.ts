import { markup, type Markup } from '../markup';
import { pageHead } from '../page';
import { hasRegression, type Comparison } from './compare';
import { comparisonSections, comparisonText, type ComparisonSection } from './sections';

/** A comparison as one self-contained page; no script, nothing fetched. */
export function comparisonPage(comparison: Comparison): string {
  const { a, b } = comparison;
  const { tone, mark, title } = headlineOf(comparison);
  const notes = [...a.notes.map((note) => `${a.name}: ${note}`), ...b.notes.map((note) => `${b.name}: ${note}`)];
  const sections = comparisonSections(comparison);
  return markup`${pageHead(`${a.name} and ${b.name} compared`)}
<body>
${notes.length > 0 && markup`<p class="every-page" aria-hidden="true">${notes.join(' ')}</p>`}
<header class="page"><p class="kicker">MHHS Qualify · comparison</p>
<div class="headline ${tone}"><h1><span aria-hidden="true">${mark}</span> ${title}</h1><p>${comparisonText(comparison)}</p></div>
<dl class="facts"><dt>Before</dt><dd>${a.name}</dd><dt>After</dt><dd>${b.name}</dd></dl>
${notes.map((note) => markup`<p class="banner" role="note">${note}</p>`)}</header>
<main>${sections.length > 0 ? sections.map(table) : markup`<p>No difference.</p>`}</main>
<footer class="page"><p>It compares what two sides showed; whether a difference matters is for its reader to say.</p></footer>
</body>
</html>
`.text;
}

/** Green only where all that ran before ran again. */
function headlineOf(comparison: Comparison): { tone: string; mark: string; title: string } {
  if (hasRegression(comparison)) return { tone: 'bad', mark: '✕', title: 'Something broke' };
  if (comparison.compared === 0) return { tone: 'unsure', mark: '!', title: 'No scenario ran on both sides' };
  if (comparison.gone.length > 0) return { tone: 'unsure', mark: '!', title: 'Nothing broke in what ran again' };
  return { tone: 'good', mark: '✓', title: 'Nothing broke' };
}

function table({ title, head, rows, total }: ComparisonSection, index: number): Markup {
  const cells = ([first, ...rest]: string[]) =>
    markup`<tr><th scope="row"><code>${first}</code></th>${rest.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
  return markup`<section aria-labelledby="h-${index}"><h2 id="h-${index}">${title}</h2><p class="small">${total}</p>
<div class="wide" tabindex="0" role="group" aria-label="${title}"><table><thead><tr>${head.map((one) => markup`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows.map(cells)}</tbody></table></div></section>`;
}
