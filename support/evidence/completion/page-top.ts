import { verdictWords, type Tone } from '../headline';
import { markup, type Markup, type Part } from '../markup';
import type { Subject } from '../subject';
import { notes } from '../summary-top';
import { count } from '../text';
import { tally, type VerdictKind } from '../totals';
import type { Criterion } from './criteria';
import type { Completion } from './report';

/** A note on runs of the subject, and which. */
export interface RunNote {
  text: string;
  runs: string[];
}

/** The notes of all runs, each once with the runs that it is about. */
export function runNotes({ runs }: Subject): RunNote[] {
  const byText = new Map<string, string[]>();
  for (const run of runs) {
    for (const text of notes(run)) byText.set(text, [...(byText.get(text) ?? []), run.verdicts.run]);
  }
  return [...byText].map(([text, of]) => ({ text, runs: of }));
}

const titles: Record<Tone, string> = {
  good: 'Every exit criterion that was set is met',
  bad: 'Exit criteria are not met',
  unsure: 'It cannot be told whether the exit criteria are met',
};

export const toneOfCriterion: Record<Criterion['state'], Tone> = {
  met: 'good',
  'not met': 'bad',
  'cannot be told': 'unsure',
};

/** Head of the report: what became of the exit criteria, in words and numbers. */
export function top({ subject, criteria }: Completion, noted: readonly RunNote[]): Markup {
  const tones = criteria.map(({ state }) => toneOfCriterion[state]);
  const tone: Tone = tones.includes('bad')
    ? 'bad'
    : tones.length > 0 && tones.every((one) => one === 'good')
      ? 'good'
      : 'unsure';
  const title = criteria.length === 0 ? 'No exit criteria are set' : titles[tone];
  const mark = { good: '✓', bad: '✕', unsure: '!' }[tone];
  const { participant, stage } = subject.runs.at(-1)!.verdicts;
  const several = subject.runs.length > 1;
  return markup`<header class="page">
<p class="kicker">MHHS Qualify · test completion report · ${subject.kind} ${subject.name} · ${participant.name} as ${participant.roles.join(', ')} · ${stage}</p>
<div class="headline ${tone}"><h1><span aria-hidden="true">${mark}</span> ${title}</h1><p>${numbers(subject, criteria)}</p></div>
${noted.map(({ text, runs }) => markup`<p class="banner" role="note">${text}${several && markup` <span class="small">(${runs.length === subject.runs.length ? 'all runs' : runs.join(', ')})</span>`}</p>`)}
${subject.gaps.map((gap) => markup`<p class="banner" role="note">${gap}</p>`)}
<ul class="tiles" aria-label="Results by verdict">${tiles(subject)}</ul>
</header>`;
}

function numbers({ runs, results }: Subject, criteria: readonly Criterion[]): string {
  const of = (state: Criterion['state']) => criteria.filter((one) => one.state === state).length;
  const told = (['met', 'not met', 'cannot be told'] as const).filter((state) => of(state) > 0);
  const parts = told.map((state) => `${of(state)} ${state}`);
  const pass = tally(results).pass;
  const scenarios = `${pass} of ${count(results.length, 'scenario')} passed in ${count(runs.length, 'run')}.`;
  return parts.length > 0 ? `${parts.join(', ')}; ${scenarios}` : scenarios;
}

function tiles({ results }: Subject): Markup[] {
  const counts = tally(results);
  return (Object.keys(counts) as VerdictKind[]).map((kind) => {
    const { word, mark, tone } = verdictWords[kind];
    return markup`<li class="${counts[kind] === 0 ? 'none' : tone}"><b>${counts[kind]}</b> ${mark} ${word}</li>`;
  });
}

const sections = {
  criteria: 'Exit criteria',
  scope: 'Scope',
  environment: 'Environment',
  execution: 'Execution by cycle',
  results: 'Results',
  defects: 'Defects',
  workoff: 'Work-off items',
  requirements: 'Requirements',
  assumptions: 'Assumptions',
  signoff: 'Sign-off',
};

/** The sections of the report, as links. */
export function nav(): Markup {
  const items = Object.entries(sections).map(([id, title]) => markup`<li><a href="#h-${id}">${title}</a></li>`);
  return markup`<nav class="toc" aria-label="Sections"><ul>${items}</ul></nav>`;
}

/** A section with its heading. */
export const section = (id: keyof typeof sections, ...content: readonly (Markup | '' | false)[]): Markup =>
  markup`<section aria-labelledby="h-${id}"><h2 id="h-${id}">${sections[id]}</h2>${content}</section>`;

/** A table whose rows become blocks on a phone; numbers stand to the right. The first cell names its row. */
export function table(label: string, heads: readonly string[], rows: readonly (readonly Part[])[], look = ''): Markup {
  const aside = (cell: Part) => typeof cell === 'number' && 'n';
  const head = heads.map((text, at) => markup`<th scope="col" class="${aside(rows[0]?.[at])}">${text}</th>`);
  const body = rows.map(([first, ...others]) => {
    const cells = others.map(
      (cell, at) => markup`<td class="${aside(cell)}" data-label="${heads[at + 1]!}">${cell}</td>`,
    );
    return markup`<tr><th scope="row">${first}</th>${cells}</tr>`;
  });
  return markup`<div class="wide" tabindex="0" role="region" aria-label="${label}"><table class="stacked ${look}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
