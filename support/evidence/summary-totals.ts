import { grades, verdictKinds, type ScenarioVerdict } from '../verdict';
import { verdictWords } from './headline';
import { markup, type Markup } from './markup';
import type { RunFiles } from './run-files';
import { anchor } from './text';
import { tally, type VerdictKind } from './totals';

/** Totals by process, by role and by grade of proof. */
export function totalsSection({ verdicts }: RunFiles): Markup {
  const { scenarios } = verdicts;
  const processes = [...new Set(scenarios.map(({ process }) => process))];
  const byProcess = processes.map((name) => [name, scenarios.filter(({ process }) => process === name)] as const);
  const roles = [...new Set(scenarios.flatMap((scenario) => scenario.roles))].sort();
  const byRole = roles.map((role) => [role, scenarios.filter((one) => one.roles.includes(role))] as const);
  const byGrade = grades
    .map((grade) => [grade, scenarios.filter((one) => one.grade === grade)] as const)
    .filter(([, members]) => members.length > 0);
  const ungraded = scenarios.filter(({ grade }) => grade === null);
  return markup`<section aria-labelledby="h-totals"><h2 id="h-totals">Totals</h2>
<div class="tables"><div>${countsTable('By process', 'Process', byProcess)}</div><div>${countsTable('By role under test', 'Role', byRole)}
<p class="small">A scenario that tests several roles counts under each.</p></div><div>
${countsTable('By grade of proof', 'Grade', ungraded.length ? [...byGrade, ['no proof taken', ungraded]] : byGrade)}
<p class="small">From the strongest to the weakest: ${grades.join(' · ')}.</p></div></div></section>`;
}

/** How many of each group had each verdict. */
export function countsTable(
  caption: string,
  head: string,
  groups: readonly (readonly [string, readonly Pick<ScenarioVerdict, 'verdict'>[]])[],
): Markup {
  // A column of nothing only takes room, of which a phone has little.
  const counted = groups.map(([name, members]) => [name, tally(members)] as const);
  const always: readonly VerdictKind[] = ['pass', 'fail'];
  const kinds = verdictKinds.filter((kind) => always.includes(kind) || counted.some(([, counts]) => counts[kind] > 0));
  const heads = kinds.map((kind) => markup`<th scope="col" class="n">${verdictWords[kind].word}</th>`);
  const rows = counted.map(([name, counts]) => {
    const cells = kinds.map((kind) => markup`<td class="n">${counts[kind] || '·'}</td>`);
    return markup`<tr><th scope="row">${name}</th>${cells}</tr>`;
  });
  return markup`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table class="counts"><caption>${caption}</caption>
<thead><tr><th scope="col">${head}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What to look at first: each scenario that failed or could not be judged, with the line that decides. */
export function attention({ verdicts }: RunFiles): Markup | '' {
  const open = verdicts.scenarios.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
  if (open.length === 0) return '';
  const items = open.map(({ id, name, verdict, blame, reason }) => {
    const { word, tone } = verdictWords[verdict];
    // The step comes first in a failure text; what failed in it says more.
    const why = reason?.split('\n').find((line) => !/^step\s/.test(line));
    return markup`<li><a href="#${anchor(id)}">${id}</a> ${name}: <b class="${tone}">${word}</b>${blame && ` (${blame})`}${
      why ? markup`<br><span class="small">${why}</span>` : ''
    }</li>`;
  });
  return markup`<section aria-labelledby="h-open"><h2 id="h-open">To look at first</h2><ul>${items}</ul></section>`;
}
