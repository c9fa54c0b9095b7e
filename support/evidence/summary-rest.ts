import { markup, type Markup, type Part } from './markup';
import type { RunFiles } from './run-files';
import { statement } from './summary-scenarios';
import { bundledNote } from './summary-top';
import { anchor, count } from './text';
import type { VerdictKind } from './totals';
import { verdictWords } from './headline';

/** Findings of the run: what the ledger or the harness shows and no scenario claims. */
export function findingsSection({ verdicts }: RunFiles): Markup {
  const list = (level: 'must' | 'should', title: string) => {
    const members = verdicts.findings.filter((finding) => finding.level === level);
    const items = members.map(({ code, blame, reason, ledger }) => statement(code, blame, reason, ledger));
    return members.length > 0 && markup`<h3>${title}</h3><ul>${items}</ul>`;
  };
  return markup`<section aria-labelledby="h-findings"><h2 id="h-findings">Findings of the run</h2>
${verdicts.findings.length === 0 && markup`<p>None: every message belongs to a scenario.</p>`}
${list('must', 'These fail the run')}${list('should', 'Observed')}</section>`;
}

/** Scenarios that the selection left out, by reason. */
export function notRunSection({ selection, verdicts }: RunFiles): Markup {
  const groups = new Map<string, { verdict: VerdictKind; reason: string; ids: string[] }>();
  for (const { id, verdict, reason } of selection.excluded) {
    const key = `${verdict} ${reason}`;
    const group = groups.get(key) ?? { verdict, reason, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  const listed = new Set(verdicts.scenarios.map(({ id }) => id));
  const rows = [...groups.values()].map(({ verdict, reason, ids }) => {
    const names = ids.map(
      (id, index) => markup`${index > 0 && ', '}${listed.has(id) ? link(id) : markup`<code>${id}</code>`}`,
    );
    return markup`<tr><td>${verdictWords[verdict].word}</td><td>${reason}</td><td>${count(ids.length, 'scenario')}<details><summary>which</summary>${names}</details></td></tr>`;
  });
  const body = markup`<div class="wide" tabindex="0" role="region" aria-label="Table of what was not run"><table><thead><tr><th scope="col">Verdict</th><th scope="col">Why</th><th scope="col">Scenarios</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return markup`<section aria-labelledby="h-notrun"><h2 id="h-notrun">Not run, and why</h2>${
    rows.length > 0 ? body : markup`<p>The selection left no scenario out.</p>`
  }</section>`;
}

/** The assumptions that touched a verdict or could have, with their state. */
export function assumptionsSection({ verdicts }: RunFiles): Markup {
  const listed = new Set(verdicts.scenarios.map(({ id }) => id));
  const rows = verdicts.assumptions.map(({ id, text, value, confirmedBy, touched }) => {
    const scenarios = touched.map(
      (one, index) => markup`${index > 0 && ', '}${listed.has(one) ? link(one) : markup`<code>${one}</code>`}`,
    );
    const state = confirmedBy ? `confirmed by ${confirmedBy}` : 'assumed';
    return markup`<tr><td>${text}<br><code class="small">${id}</code></td><td>${value}</td><td>${confirmedBy ? state : markup`<b class="unsure">${state}</b>`}</td><td>${touchedCell(scenarios)}</td></tr>`;
  });
  const body = markup`<div class="wide" tabindex="0" role="region" aria-label="Table of assumptions"><table><thead><tr><th scope="col">Rule or limit</th><th scope="col">Value</th><th scope="col">State</th><th scope="col">Scenarios touched</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return markup`<section aria-labelledby="h-assumptions"><h2 id="h-assumptions">Assumptions</h2>
<p>Rules and limits without a public source. A reader who holds the official document can confirm or change them.</p>
${rows.length > 0 ? body : markup`<p>None touched this run.</p>`}</section>`;
}

/** What the page is and is not, and what it was made from. */
export function closing({ hashes, verdicts }: RunFiles): Markup {
  const files = Object.entries(hashes).map(
    ([name, hash]) => markup`<br><code>${name}</code> SHA-256 <code>${hash}</code>`,
  );
  return markup`<footer class="page"><h2>What this page is</h2>
<p>A test run shows; only the code bodies qualify. The code bodies have not endorsed this tool, and its scenario ids are its own.</p>
${verdicts.participant.bundled && markup`<p>${bundledNote}</p>`}
<p>Made from these files of the run folder:${files}</p></footer>`;
}

/** A rule that touches every scenario would fill the page with their names. */
function touchedCell(scenarios: readonly Markup[]): Part {
  if (scenarios.length === 0) return 'none';
  if (scenarios.length <= 3) return scenarios;
  return markup`<details><summary>${count(scenarios.length, 'scenario')}</summary>${scenarios}</details>`;
}

function link(id: string): Markup {
  return markup`<a href="#${anchor(id)}">${id}</a>`;
}
