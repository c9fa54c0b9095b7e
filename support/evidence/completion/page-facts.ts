import { buildName } from '../traceability/traced';
import { markup, type Markup, type Part } from '../markup';
import { headline, verdictWords } from '../headline';
import { releaseText } from '../release-text';
import type { RunFiles } from '../run-files';
import type { Result, Subject } from '../subject';
import { count, duration, moment } from '../text';
import { tally } from '../totals';
import type { Completion } from './report';
import { section, table } from './page-top';

const facts = (rows: readonly (readonly [string, Part])[]): Markup =>
  markup`<dl class="facts">${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** What was tested, what not, and why. */
export function scopeSection({ subject, file }: Completion): Markup {
  const last = subject.runs.at(-1)!.verdicts;
  const { participant, systemUnderTest } = last;
  const ran = subject.results.flatMap(({ scenario }) => scenario ?? []);
  const themes = distinct(ran.map(({ theme }) => theme));
  const rows: [string, Part][] = [
    ['Participant', `${participant.name}${participant.bundled ? ' (bundled reference participant)' : ''}`],
    ['Roles', distinct(subject.runs.flatMap(({ verdicts }) => verdicts.participant.roles)).join(', ')],
    ['System under test', systemUnderTest.name],
    ['Build under test', buildName(subject.runs.at(-1)!)],
    ['Test boundary', systemUnderTest.boundary ?? 'not stated'],
    ['Business processes', distinct(ran.map(({ process }) => process)).join(', ') || 'none'],
    ['Themes', themes.join(', ') || 'none'],
    ['Kinds of scenario', distinct(ran.map(({ kind }) => kind)).join(', ') || 'none'],
  ];
  return section('scope', file.scope ? markup`<p>${file.scope}</p>` : '', facts(rows), notTested(subject));
}

function notTested({ results, runs }: Subject): Markup {
  const had = new Set(results.map(({ id }) => id));
  const left = results.filter(({ verdict }) => verdict === 'not-run' || verdict === 'not-applicable');
  const excluded = runs.flatMap(({ selection }) => selection.excluded).filter(({ id }) => !had.has(id));
  const once = new Map([...left, ...excluded].map((one) => [one.id, one]));
  const groups = new Map<string, { verdict: Result['verdict']; reason: string; ids: string[] }>();
  for (const { id, verdict, reason } of once.values()) {
    const text = reason ?? 'no reason is known';
    const group = groups.get(`${verdict} ${text}`) ?? { verdict, reason: text, ids: [] };
    groups.set(`${verdict} ${text}`, { ...group, ids: [...group.ids, id] });
  }
  const rows = [...groups.values()].map(({ verdict, reason, ids }) => [
    verdictWords[verdict].word,
    reason,
    markup`${count(ids.length, 'scenario')}<details><summary>which</summary><code>${ids.join(', ')}</code></details>`,
  ]);
  if (rows.length === 0) return markup`<h3>Not tested</h3><p>No scenario that was selected was left out.</p>`;
  return markup`<h3>Not tested, and why</h3>${table('What was not tested', ['Verdict', 'Why', 'Scenarios'], rows)}`;
}

/** Stage, release, who was real and who was simulated, the harness. */
export function environmentSection({ subject }: Completion): Markup {
  const all = subject.runs.map(({ verdicts }) => verdicts);
  const first = all[0]!;
  const last = all.at(-1)!;
  const of = (text: (run: (typeof all)[number]) => string) => distinct(all.map(text)).join('; ');
  const actors = new Map<string, Set<string>>();
  for (const { scenario } of subject.results) {
    for (const [position, actor] of Object.entries(scenario?.positions ?? {}))
      actors.set(actor, (actors.get(actor) ?? new Set()).add(position));
  }
  const parties = [...actors].map(([actor, positions]): [string, Part] => {
    const names: Record<string, string> = {
      participant: 'Under test',
      simulated: 'Simulated',
      external: 'Real others',
    };
    return [names[actor] ?? actor, [...positions].sort().join(', ')];
  });
  const rows: [string, Part][] = [
    ['Stage', of(({ stage }) => stage)],
    ['Release of the interfaces', of(releaseText)],
    ['Time window', `${moment(first.started)} to ${moment(last.ended)}`],
    ['Harness', of(({ harness }) => `MHHS Qualify ${harness.version}, commit ${harness.commit ?? 'not known'}`)],
    ['Scenario set', of(({ harness }) => `${harness.scenarioSet}, ${harness.modified ? 'modified' : 'not modified'}`)],
    ...parties,
  ];
  return section('environment', facts(rows));
}

/** Each run: when, of which build, what it showed. */
export function executionSection({ subject }: Completion): Markup {
  const heads = [
    'Cycle and run',
    'Build',
    'Started',
    'Took',
    'Executed',
    'Pass',
    'Fail',
    'Inconclusive',
    'Waiting',
    'Counting',
    'Result',
  ];
  const rows = subject.runs.map((run, index) => cycleRow(run, index, subject));
  const text = markup`<p class="small">Executed: scenarios that began. Counting: scenarios whose result in this report is that of the run. Every attempt of a scenario stays listed below.</p>`;
  return section('execution', table('Runs in their order', heads, rows), text);
}

function cycleRow(run: RunFiles, index: number, { results }: Subject): Part[] {
  const { verdicts, ledgerProblem } = run;
  const { totals, started, ended } = verdicts;
  const executed = tally(verdicts.scenarios.filter((one) => one.started !== null));
  const all = Object.values(executed).reduce((sum, one) => sum + one, 0);
  const counting = results.filter((one) => one.run === run && one.scenario).length;
  const { title, tone } = headline(verdicts, ledgerProblem);
  const numbers = [all, totals.pass, totals.fail, totals.inconclusive, totals.waiting, counting];
  const name = markup`${index + 1} · <code class="nowrap">${verdicts.run}</code>`;
  const took = duration(Date.parse(ended) - Date.parse(started));
  return [name, buildName(run), moment(started), took, ...numbers, markup`<b class="${tone}">${title}</b>`];
}
