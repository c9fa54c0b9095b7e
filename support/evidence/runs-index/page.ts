import { buildText } from '../campaign/build';
import { markup, type Markup, type Part } from '../markup';
import { pageHead } from '../page';
import { count, moment } from '../text';
import type { RunTotals } from './run-line';
import type { PrunedRun } from './runs-record';
import { pointsOf, trendLength, trendSvg, trendText } from './trend';

const own = `.trend{display:block;max-width:100%}.trend .base{stroke:var(--line)}.trend .pass{fill:var(--good)}.trend .fail{fill:var(--bad)}.trend .other{fill:var(--unsure)}
td.run{white-space:nowrap}.marks .chip{margin:0 .25rem .15rem 0}table.runs td{overflow-wrap:anywhere}td.pages{white-space:nowrap}.tables{align-items:start}`;

/** A folder below that of the runs, as the index shows it. */
export interface IndexedRun {
  /** Name of the folder. */
  name: string;
  /** What it came to, or why that cannot be said. */
  totals: RunTotals | string;
  /** Pages that are there, relative to the index. */
  pages: { summary?: string; allure?: string };
}

/** The page over all runs, newest first; `runs` in that order. No script, nothing fetched. */
export function indexPage(runs: readonly IndexedRun[], pruned: readonly PrunedRun[]): string {
  const good = runs.flatMap(({ totals }) => (typeof totals === 'string' ? [] : [totals]));
  return markup`${pageHead(`MHHS Qualify: runs`, own)}
<body>
<a class="skip" href="#h-runs">To the runs</a>
<header class="page"><p class="kicker">MHHS Qualify · test runs of this folder</p>
<h1>Runs</h1><p>${count(runs.length, 'run')}${pruned.length > 0 && `, ${pruned.length} deleted since`}. Times are UTC.</p>${trendLinks(good)}</header>
<main>
<section aria-labelledby="h-runs"><h2 id="h-runs">All runs</h2>${runs.length > 0 ? runsTable(runs) : markup`<p>No run was made yet.</p>`}</section>
${trends(good)}
${prunedSection(pruned)}
</main>
<footer class="page"><p>Totals are of the scenarios that each run selected. A test run shows; it decides nothing.</p></footer>
</body>
</html>
`.text;
}

function runsTable(runs: readonly IndexedRun[]): Markup {
  return markup`<div class="wide" tabindex="0" role="group" aria-label="All runs"><table class="runs"><thead><tr><th scope="col">Run</th><th scope="col">Participant and build</th><th scope="col">Stage, release</th><th scope="col" class="n">pass</th><th scope="col" class="n">fail</th><th scope="col" class="n">other</th><th scope="col">Marks</th><th scope="col">Pages</th></tr></thead>
<tbody>${runs.map(row)}</tbody></table></div>`;
}

function row({ name, totals, pages }: IndexedRun): Markup {
  if (typeof totals === 'string') {
    return markup`<tr><th scope="row" class="id">${name}</th><td colspan="6"><span class="chip unsure">${totals}</span></td><td class="pages">${links(name, pages)}</td></tr>`;
  }
  const { pass = 0, fail = 0, inconclusive = 0, waiting = 0 } = totals.totals;
  const other = inconclusive + waiting + (totals.totals['not-run'] ?? 0);
  return markup`<tr><td class="run">${moment(totals.started)}<span class="id">${name}</span></td>
<td>${totals.participant} as ${totals.roles.join(', ')}<span class="id">${buildText(totals.build)}</span></td><td>${totals.stage}, ${totals.release}</td>
<td class="n">${pass}</td><td class="n">${fail > 0 ? markup`<b class="bad">${fail}</b>` : 0}</td><td class="n">${other}</td><td class="marks">${marks(totals)}</td><td class="pages">${links(name, pages)}</td></tr>`;
}

function marks({ partial, marks: all, exitCode }: RunTotals): Part {
  const [tone, text] =
    exitCode === 0 ? ['good', '✓ nothing failed'] : exitCode === 1 ? ['bad', '✕ failed'] : ['unsure', '? inconclusive'];
  const verdict = !partial && markup`<span class="chip ${tone}">${text}</span> `;
  return [verdict, all.map((one) => markup`<span class="chip unsure">${one}</span> `)];
}

function links(name: string, { summary, allure }: IndexedRun['pages']): Part {
  return [
    summary && markup`<a href="${summary}" aria-label="Summary of ${name}">summary</a> `,
    allure && markup`<a href="${allure}" aria-label="Report of ${name}">report</a>`,
  ];
}

/** What is comparable: runs of one participant at one stage. */
function groupsOf(runs: readonly RunTotals[]): Map<string, RunTotals[]> {
  const groups = new Map<string, RunTotals[]>();
  for (const run of runs) {
    const key = `${run.participant}, ${run.stage}${run.bundled ? ' (bundled reference participant)' : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return groups;
}

/** The table of runs is long: what follows it must be found from the top. */
function trendLinks(runs: readonly RunTotals[]): Part {
  const names = [...groupsOf(runs).keys()];
  if (names.length === 0) return null;
  return markup`<p>Trend: ${names.map((name, index) => markup`<a href="#h-trend-${index}">${name}</a>${index < names.length - 1 && ' · '}`)}</p>`;
}

function trends(runs: readonly RunTotals[]): Part {
  return [...groupsOf(runs)].map(([name, all], index) => {
    const shown = all.slice(0, trendLength).reverse();
    return markup`<section aria-labelledby="h-trend-${index}"><h2 id="h-trend-${index}">Trend: ${name}</h2>
<p class="small">The last ${count(shown.length, 'run')}, oldest to the left. Each bar: passes below, then what is open, then failures. Runs that did not test it have none; partial runs are among them.</p>
<div class="tables">${trendTable('By process', shown, 'processes')}${trendTable('By role', shown, 'byRole')}</div></section>`;
  });
}

function trendTable(caption: string, runs: readonly RunTotals[], of: 'processes' | 'byRole'): Markup {
  const keys = [...new Set(runs.flatMap((run) => Object.keys(run[of])))].sort();
  const rows = keys.map((key) => {
    const points = pointsOf(runs, of, key);
    return markup`<tr><th scope="row">${key}</th><td>${trendSvg(points, key)}</td><td class="small">${trendText(points)}</td></tr>`;
  });
  return markup`<table><caption>${caption}</caption><thead><tr><th scope="col">${of === 'byRole' ? 'Role' : 'Process'}</th><th scope="col">Runs</th><th scope="col">Last</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function prunedSection(pruned: readonly PrunedRun[]): Part {
  if (pruned.length === 0) return null;
  const rows = pruned
    .toReversed()
    .map(
      ({ run, at, why }) =>
        markup`<tr><th scope="row" class="id">${run}</th><td>${moment(at)}</td><td>${why}</td></tr>`,
    );
  return markup`<section aria-labelledby="h-pruned"><h2 id="h-pruned">Deleted runs</h2><table><thead><tr><th scope="col">Run</th><th scope="col">Deleted</th><th scope="col">Why</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}
