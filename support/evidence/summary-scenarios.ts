import type { LedgerEntry } from '../ledger';
import { offDipState, offDipText, type OffDipLeg, type ScenarioVerdict } from '../verdict';
import { restsOn } from './assumptions';
import { figure } from './diagram';
import { verdictWords } from './headline';
import { markup, type Markup } from './markup';
import { elsewhere, messagesShown } from './messages-shown';
import type { Diagram } from './run-diagrams';
import type { RunFiles } from './run-files';
import { messagesTable } from './summary-messages';
import { anchor, count, duration, moment } from './text';

/**
 * A table of scenarios per process; each scenario opens to its steps, checks, diagram and messages. In pieces: no two
 * scenarios are made at the same time.
 */
export function* scenariosSection(run: RunFiles): Generator<Markup> {
  const processes = new Map<string, ScenarioVerdict[]>();
  for (const scenario of run.verdicts.scenarios) {
    processes.set(scenario.process, [...(processes.get(scenario.process) ?? []), scenario]);
  }
  yield markup`<section aria-labelledby="h-scenarios"><h2 id="h-scenarios">Scenarios</h2>
<p class="on-paper small">On paper a scenario that passed is one line; its steps and messages stand in the page and in the ledger.</p>`;
  if (processes.size === 0) yield markup`<p>No scenario was selected.</p>`;
  const shown = messagesShown(run);
  for (const [process, members] of processes) yield* processTable(process, members, run, shown);
  yield markup`</section>`;
}

function* processTable(
  process: string,
  members: readonly ScenarioVerdict[],
  run: RunFiles,
  shown: (id: string) => boolean,
): Generator<Markup> {
  const themes = [...new Set(members.map(({ theme }) => theme))].join(', ');
  yield markup`<table class="scenarios"><caption>${process} <span class="small">${themes}</span></caption>
<thead><tr><th scope="col">Scenario</th><th scope="col">Verdict</th><th scope="col">Blame</th><th scope="col">Grade of proof</th><th scope="col" class="n">Duration</th><th scope="col" class="n">Observations</th></tr></thead>
`;
  for (const scenario of members) yield scenarioRows(scenario, run, shown(scenario.id));
  yield markup`</table>`;
}

function scenarioRows(scenario: ScenarioVerdict, run: RunFiles, shown: boolean): Markup {
  const { word, mark, tone } = verdictWords[scenario.verdict];
  const { id, observations } = scenario;
  const entries = shown ? run.entriesOf(id) : undefined;
  const lines = entries?.length ?? run.countOf?.(id) ?? 0;
  const more = [count(scenario.steps.length, 'step'), count(lines, 'ledger line')].join(', ');
  return markup`<tbody id="${anchor(id)}" class="${scenario.verdict}"><tr><th scope="row"><span class="id">${id}</span> ${scenario.name}</th><td data-label="Verdict"><span class="chip ${tone}">${mark} ${word}</span>${assumed(id, run)}</td><td data-label="Blame">${scenario.blame ?? '–'}${
    scenario.code && markup`<br><code>${scenario.code}</code>`
  }</td><td data-label="Grade of proof">${scenario.grade ?? '–'}</td><td class="n" data-label="Duration">${duration(scenario.durationMs)}</td><td class="n" data-label="Observations">${observations.length}</td></tr>
<tr class="more"><td colspan="6"><details><summary>${more}<span class="small"> of ${id}</span></summary><div class="inside">${inside(scenario, run, entries)}</div></details></td></tr></tbody>`;
}

/** Without entries: those that the page has no room for. */
function inside(scenario: ScenarioVerdict, run: RunFiles, entries: readonly LedgerEntry[] | undefined): Markup {
  return markup`${scenarioDetails(scenario, run)}
<h3>Messages, acts and what probes answered</h3>${entries ? messagesTable(entries, scenario.id) : markup`<p>${elsewhere(run, scenario.id)}</p>`}`;
}

/** What is known of a scenario but for its messages: why, steps, checks, observations, diagrams, assumptions. */
export function scenarioDetails(scenario: ScenarioVerdict, run: RunFiles): Markup {
  const failed = scenario.checks.filter(({ status, level }) => status === 'fail' && level === 'must');
  const actors = Object.entries(scenario.positions).map(([position, actor]) => `${position}: ${actor}`);
  const requirements = run.requirementsOf?.(scenario.id.split('/')[0]!) ?? [];
  const mpans = scenario.mpans.length > 0 ? ` · MPAN ${scenario.mpans.join(', ')}` : '';
  return markup`<p class="small">${scenario.uri}:${scenario.line} · started ${moment(scenario.started)} · ${count(scenario.attempts, 'attempt')}${mpans}</p>
${actors.length > 0 && markup`<p class="small">${actors.join(' · ')}</p>`}
${requirements.length > 0 && markup`<p class="small">to prove ${requirements.join(', ')}</p>`}
${scenario.reason && markup`<h3>${scenario.verdict === 'pass' ? 'Note' : 'Why'}</h3><pre class="${scenario.verdict === 'fail' ? 'failure' : ''}">${scenario.reason}</pre>`}
${steps(scenario)}
${failed.length > 0 && markup`<h3>Checks failed</h3><ul>${failed.map((check) => statement(check.id, check.blame, check.reason, check.ledger))}</ul>`}
${scenario.observations.length > 0 && markup`<h3>Observations</h3><ul>${scenario.observations.map((one) => statement(one.code, one.blame, one.reason, one.ledger))}</ul>`}
${run.diagramsOf(scenario.id).map((one) => diagram(one, scenario.id))}
${restsOnList(scenario.id, run)}`;
}

function diagram({ mpan, svg }: Diagram, id: string): Markup {
  const of = mpan ? `, MPAN ${mpan}` : '';
  const drawn = figure(svg, `d-${anchor(id)}${mpan ?? ''}`, `Message sequence of ${id}${of}`);
  return markup`<h3>Expected against actual${of}</h3>${drawn}`;
}

/** Beside the verdict: how many rules without a public source it rests on that nobody has confirmed. */
function assumed(id: string, { verdicts }: RunFiles): Markup | '' {
  const open = restsOn(id, verdicts).filter(({ confirmed }) => !confirmed);
  return open.length > 0 ? markup`<br><span class="small">rests on ${open.length} assumed</span>` : '';
}

function restsOnList(id: string, { verdicts }: RunFiles): Markup | '' {
  const items = restsOn(id, verdicts).map(
    (one) =>
      markup`<li><code>${one.id}</code> ${one.text} Value: ${one.value} <span class="small">${one.state}</span></li>`,
  );
  return items.length > 0 ? markup`<h3>Assumptions that this verdict rests on</h3><ul>${items}</ul>` : '';
}

function steps({ steps: all, reason }: ScenarioVerdict): Markup | '' {
  if (all.length === 0) return '';
  const items = all.map(({ keyword, text, status, durationMs, error, notShown, offDip }) => {
    const state = notShown === undefined ? status.toLowerCase() : `not shown: ${notShown}`;
    const tone = { passed: 'good', failed: 'bad' }[state] ?? (notShown === undefined ? 'quiet' : 'unsure');
    return markup`<li>${keyword && markup`<b class="keyword">${keyword}</b> `}${text} <span class="small"><b class="${tone}">${state}</b>${state !== 'skipped' && notShown === undefined && `, ${duration(durationMs)}`}</span>${error && !reason?.includes(error) && markup`<pre>${error}</pre>`}${offDip && offDipList(offDip)}</li>`;
  });
  return markup`<h3>Steps</h3><ol class="steps">${items}</ol>`;
}

/** Below its step: what shows each leg of the table that does not pass the DIP. */
function offDipList(legs: readonly OffDipLeg[]): Markup {
  const items = legs.map((leg) => {
    const tone = leg.how === 'not seen' ? 'unsure' : 'quiet';
    return markup`<li class="small">off the DIP, ${offDipText(leg)}: <b class="${tone}">${offDipState(leg)}</b>${leg.grade && ` (${leg.grade})`}</li>`;
  });
  return markup`<ul>${items}</ul>`;
}

/** A check or finding as a list item: what, whose fault, why, and the ledger lines that show it. */
export function statement(code: string, blame: string | undefined, reason: string, ledger: readonly number[]): Markup {
  const where = ledger.length > 0 ? ` (ledger ${ledger.length === 1 ? 'line' : 'lines'} ${ledger.join(', ')})` : '';
  return markup`<li><code>${code}</code>${blame && ` (${blame})`}: ${reason}<span class="small">${where}</span></li>`;
}
