import { markup, type Markup, type Part } from '../markup';
import { anchor, count, moment } from '../text';
import { section, table, toneOfCriterion } from './page-top';
import type { Completion } from './report';
import type { RootCause, Sighting } from './root-causes';

/** Each threshold that the user set, and whether it is met. */
export function criteriaSection({ criteria }: Completion): Markup {
  if (criteria.length === 0)
    return section(
      'criteria',
      markup`<p>No thresholds are set. The file <code>completion.yaml</code> sets them: pass rate, open defects by severity, grade of proof, requirements shown.</p>`,
    );
  const marks = { met: '✓', 'not met': '✕', 'cannot be told': '?' };
  const rows = criteria.map(({ name, threshold, reached, state, why }) => [
    name,
    threshold,
    reached,
    markup`<span class="chip ${toneOfCriterion[state]}">${marks[state]} ${state}</span>`,
    why,
  ]);
  return section(
    'criteria',
    table('Exit criteria', ['Criterion', 'Threshold', 'Reached', 'State', 'Why'], rows, 'criteria'),
  );
}

/** Defects by root cause: what is still seen, what is not seen any more, what only the tracker knows. */
export function defectsSection({ causes: { causes, unseen }, subject }: Completion): Markup {
  const open = causes.filter((one) => one.open);
  const gone = causes.filter((one) => !one.open);
  const listed = new Set(subject.results.map(({ id }) => id));
  const heads = ['Root cause', 'Tracker', 'Scenarios', 'Times', 'First seen', 'Last seen'];
  const rows = (all: readonly RootCause[]) => all.map((one) => causeRow(one, listed));
  const others = unseen.map(({ tracker, severity, status, title = '–', match }) => {
    const by = Object.entries(match).map(([key, value]) => `${key} ${value}`);
    return [tracker, severity, status, title, by.join(', ')];
  });
  return section(
    'defects',
    markup`<p>Failures that differ only in their scenario, numbers and event are one root cause. ${count(open.length, 'root cause')} still seen, ${gone.length} not seen any more in the results that count.</p>`,
    open.length > 0 && markup`<h3>Still seen</h3>${table('Root causes still seen', heads, rows(open))}`,
    gone.length > 0 && markup`<h3>Not seen any more</h3>${table('Root causes not seen any more', heads, rows(gone))}`,
    others.length > 0 &&
      markup`<h3>In the tracker, not seen in these runs</h3>${table('Defects not seen', ['Tracker', 'Severity', 'Status', 'Title', 'Matched by'], others)}`,
  );
}

function causeRow(cause: RootCause, listed: ReadonlySet<string>): Part[] {
  const { verdict, blame, code, reason, scenarios, times, first, last, defects } = cause;
  const line = reason.split('\n').find((one) => !/^step\s/.test(one)) ?? '';
  const tone = verdict === 'inconclusive' ? 'unsure' : 'bad';
  const head = markup`<b class="${tone}">${verdict}</b>${blame && ` (${blame})`} <code>${code ?? 'no code'}</code><br><span class="small">${line}</span>`;
  const more = reason.includes('\n') && markup`<details><summary>failure text</summary><pre>${reason}</pre></details>`;
  const tracked: Part = defects.length > 0 ? defects.map(trackedText) : markup`<span class="unsure">none named</span>`;
  return [[head, more], tracked, scenarioLinks(scenarios, listed), times, seen(first), seen(last)];
}

function scenarioLinks(ids: readonly string[], listed: ReadonlySet<string>): Part {
  if (ids.length === 0) return 'the run';
  const links = ids.map((id, index) => {
    const name = listed.has(id) ? markup`<a class="nowrap" href="#${anchor(id)}">${id}</a>` : id;
    return markup`${index > 0 && ', '}${name}`;
  });
  return ids.length <= 3
    ? links
    : markup`<details><summary>${count(ids.length, 'scenario')}</summary>${links}</details>`;
}

const trackedText = ({ tracker, severity, status, title }: RootCause['defects'][number], index: number): Markup =>
  markup`${index > 0 && markup`<br>`}<b>${tracker}</b>, severity ${severity}, ${status}${title && markup`<br><span class="small">${title}</span>`}`;

const seen = ({ run, build, at }: Sighting): Markup =>
  markup`<span class="nowrap">${moment(at)}</span><br><code class="small">${run}</code><br><span class="small">${build}</span>`;

/** What is left to be done after this phase, by whom and until when. */
export function workOffSection({ file }: Completion): Markup {
  if (file.workOff.length === 0) return section('workoff', markup`<p>None are named.</p>`);
  const rows = file.workOff.map(({ item, owner, due, reason, tracker = '–' }) => [item, owner, due, reason, tracker]);
  return section('workoff', table('Work-off items', ['Item', 'Owner', 'Due', 'Reason', 'Tracker'], rows));
}
