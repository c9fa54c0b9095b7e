import { passesNotSeen, passesNotShown, type SystemAnswer, type SystemAnswered, type Verdicts } from '../verdict';
import { modifiedText } from './harness-text';
import { headline, isRehearsal, verdictWords } from './headline';
import { onOtherRelease, releaseText } from './release-text';
import { markup, type Markup, type Part } from './markup';
import type { RunFiles } from './run-files';
import { count, duration, moment } from './text';
import { tallyOfTotals, type VerdictKind } from './totals';

export const bundledNote = "Bundled reference participant: demonstration, no evidence of any participant's system.";
const rehearsalNote = 'Rehearsal: the DIP was simulated. What was shown here is no evidence of a test at UIT.';
const partialNote =
  'Partial run: it was cut off before its end. Nothing can be said of what did not run, and nothing below is complete.';

/** Notes that belong on every page of this run's evidence. */
export function notes(run: RunFiles): string[] {
  const all: string[] = [];
  if (run.verdicts.participant.bundled) all.push(bundledNote);
  if (isRehearsal(run.verdicts)) all.push(rehearsalNote);
  if (run.verdicts.partial) all.push(partialNote);
  if (onOtherRelease(run.verdicts)) all.push(`Not the release in force: this run is of ${releaseText(run.verdicts)}.`);
  const notShown = passesNotShown(run.verdicts.scenarios);
  if (notShown) all.push(`${notShown}.`);
  const notSeen = passesNotSeen(run.verdicts.scenarios);
  if (notSeen) all.push(`${notSeen}.`);
  const faults = run.verdicts.findings.filter(({ code }) => code === 'FAULT_LEFT_ON').length;
  if (faults > 0)
    all.push(
      `To the end of the run the simulated DIP had ${count(faults, 'fault')} on: what ran under it met no DIP in order.`,
    );
  if (run.ledgerProblem) all.push(`The ledger does not prove itself: ${run.ledgerProblem}.`);
  if (run.verdicts.harness.modified)
    all.push(`The scenario set is not the released one: ${modifiedText(run.verdicts.harness)}.`);
  return all;
}

/** Head of the page: the verdict of the run in words, what qualifies it, the totals. */
export function top(run: RunFiles): Markup {
  const { verdicts } = run;
  const { tone, title, text } = headline(verdicts, run.ledgerProblem);
  const mark = { good: '✓', bad: '✕', unsure: '!' }[tone];
  return markup`<header class="page">
<p class="kicker">MHHS Qualify · evidence of one test run · ${verdicts.run}</p>
<div class="headline ${tone}"><h1><span aria-hidden="true">${mark}</span> ${title}</h1><p>${text}</p></div>
${notes(run).map((note) => markup`<p class="banner" role="note">${note}</p>`)}
<ul class="tiles" aria-label="Totals by verdict">${tiles(verdicts)}</ul>
</header>`;
}

function tiles({ totals }: Verdicts): Markup[] {
  const byVerdict = tallyOfTotals(totals);
  const all = (Object.keys(byVerdict) as VerdictKind[]).map((kind) => {
    const { word, mark, tone } = verdictWords[kind];
    return tile(byVerdict[kind], `${mark} ${word}`, tone);
  });
  return [...all, tile(totals.observations, totals.observations === 1 ? 'observation' : 'observations', 'quiet')];
}

function tile(n: number, label: string, tone: string): Markup {
  return markup`<li class="${n === 0 ? 'none' : tone}"><b>${n}</b> ${label}</li>`;
}

/** What was tested, where, when, and by which harness. */
export function facts({ verdicts, selection }: RunFiles): Markup {
  const { harness, systemUnderTest, participant } = verdicts;
  const components = systemUnderTest.components.map(({ name, version }) => `${name} ${version}`).join(', ');
  const ms = Date.parse(verdicts.ended) - Date.parse(verdicts.started);
  const rows: [string, Part][] = [
    ['Stage', verdicts.stage],
    ['Release of the interfaces', releaseText(verdicts)],
    ['Participant', `${participant.name}${participant.bundled ? ' (bundled reference participant)' : ''}`],
    ['Roles', participant.roles.join(', ')],
    ['System under test', systemUnderTest.name],
    ['Components', components || 'not stated'],
    ['Boundary', systemUnderTest.boundary ?? 'not stated'],
    ['Asked about itself', answeredText(systemUnderTest.answered)],
    ['Time window', `${moment(verdicts.started)} to ${moment(verdicts.ended)} (${duration(ms)})`],
    ['Harness', `MHHS Qualify ${harness.version}, commit ${harness.commit ?? 'not known'}`],
    ['Scenario set', markup`<code>${harness.scenarioSet}</code>, ${modifiedText(harness)}`],
    ['Exit code', `${verdicts.exitCode} (${exitWords(verdicts.exitCode)})`],
    ['Scenarios', `${verdicts.scenarios.length} in this run, ${selection.excluded.length} left out by the selection`],
  ];
  const items = rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`);
  return markup`<section aria-labelledby="h-run"><h2 id="h-run">The run</h2><dl class="facts">${items}</dl></section>`;
}

function answeredText(answered: SystemAnswered | undefined): string {
  if (!answered) return 'no: the profile names no probe for it';
  const said = (answer: SystemAnswer | null) => {
    if (answer === null) return 'not asked';
    if ('problem' in answer) return `no answer (${answer.problem})`;
    return [answer.name, ...answer.components.map(({ name, version }) => `${name} ${version}`)].join(', ');
  };
  const [start, end] = [said(answered.start), said(answered.end)];
  return start === end ? `at start and end: ${start}` : `at start: ${start}; at end: ${end}`;
}

function exitWords(code: number): string {
  const words: Record<number, string> = {
    0: 'nothing failed',
    1: 'a scenario or a finding of the run failed',
    2: 'configuration',
    3: 'inconclusive, or the harness erred',
    130: 'interrupted',
  };
  return words[code] ?? 'not one of the documented codes';
}
