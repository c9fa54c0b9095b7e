import { markup, type Markup, type Part } from '../markup';
import { count } from '../text';
import { section, table } from './page-top';
import type { Completion } from './report';

/** The assumptions of all runs with their state, as of the last run that lists each. */
export function assumptionsSection({ subject }: Completion): Markup {
  const byId = new Map(subject.runs.flatMap(({ verdicts }) => verdicts.assumptions).map((one) => [one.id, one]));
  const touched = new Map<string, Set<string>>();
  for (const { run, id } of subject.results) {
    for (const one of run.verdicts.assumptions)
      if (one.touched.includes(id)) touched.set(one.id, (touched.get(one.id) ?? new Set()).add(id));
  }
  const rows = [...byId.values()].map(({ id, text, value, confirmedBy }) => {
    const state = confirmedBy ? `confirmed by ${confirmedBy}` : markup`<b class="unsure">assumed</b>`;
    const n = touched.get(id)?.size ?? 0;
    return [markup`${text}<br><code class="small">${id}</code>`, value, state, n === 0 ? 'none' : count(n, 'scenario')];
  });
  const heads = ['Rule or limit', 'Value', 'State', 'Scenarios touched'];
  return section(
    'assumptions',
    markup`<p>Rules and limits without a public source, on which verdicts of this report rest.</p>`,
    rows.length > 0 ? table('Assumptions', heads, rows) : markup`<p>None touched these runs.</p>`,
  );
}

const usualRoles = [{ role: 'Test manager' }, { role: 'Reviewed by' }, { role: 'Approved by' }];

/** Room for those who answer for the report; the harness signs nothing. */
export function signOffSection({ file }: Completion): Markup {
  const signers: readonly { role: string; name?: string | undefined }[] =
    file.signOff.length > 0 ? file.signOff : usualRoles;
  const rows = signers.map(({ role, name }): Part[] => [role, name, '', '']);
  return section('signoff', table('Sign-off', ['Role', 'Name', 'Date', 'Signature'], rows, 'sign'));
}

/** What the page is and is not, and what it was made from. */
export function closing({ subject }: Completion): Markup {
  const files = subject.runs.flatMap(({ verdicts, hashes }) =>
    Object.entries(hashes).map(
      ([name, hash]) => markup`<br><code>${verdicts.run}/${name}</code> SHA-256 <code>${hash}</code>`,
    ),
  );
  return markup`<footer class="page"><h2>What this page is</h2>
<p>A test run shows; only the code bodies qualify. The code bodies have not endorsed this tool; ids of scenarios and requirements are its own, unless they come from the user's list.</p>
<p>Defects, work-off items, thresholds and what is stated are the user's, from <code>completion.yaml</code>; all else follows from these files:${files}</p></footer>`;
}
