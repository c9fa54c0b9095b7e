import { personalClasses } from '../catalogue';
import { markup, type Markup } from './markup';
import type { Redaction } from './redaction';
import type { RunFiles } from './run-files';
import { count } from './text';

const classWords: Record<(typeof personalClasses)[number], string> = {
  address: 'Addresses, names and contacts',
  freeText: 'Free text',
  consumption: 'Consumption and readings',
  advisories: 'Advisories and what was found on site',
  consent: 'Consent',
  meterIds: 'Meter and device ids',
  registrationId: 'Registration ids',
  mpan: 'MPANs',
};
const done = { keep: 'kept', mask: 'masked', pseudonymise: 'replaced by pseudonyms' };

/** What was struck from the files that the page is made from, by which rule. */
export function struckSection({ redaction }: RunFiles): Markup {
  return markup`<section aria-labelledby="h-struck"><h2 id="h-struck">Struck from this evidence</h2>
${redaction ? body(redaction) : markup`<p>No redaction policy was applied: messages stand as they were captured, without keys and tokens.</p>`}</section>`;
}

function body(redaction: Redaction): Markup {
  const { stage, policy, struck, originalLedgerSha256 } = redaction;
  const kept = personalClasses.filter((of) => policy[of] === 'keep').map((of) => classWords[of].toLowerCase());
  const keeps = kept.length > 0 && markup`<p>Kept by the policy: ${kept.join(', ')}.</p>`;
  const always =
    'DIP IDs, transaction ids and references are always kept; keys and tokens were struck when the run was recorded.';
  if (struck.length === 0) {
    return markup`<p>Nothing: the files hold no value that the policy for ${stage} strikes.</p>${keeps}<p>${always}</p>`;
  }
  const rows = struck.map(
    (one) =>
      markup`<tr><td>${one.class ? classWords[one.class] : 'Lines that cannot be read'}<br><code class="small">${one.rule}</code></td><td>${done[one.treatment]}</td><td class="n">${one.class ? one.values : '–'}</td><td class="n">${one.lines}</td></tr>`,
  );
  return markup`<p>By the redaction policy for ${stage}, before this page was made. Every line of the ledger keeps the SHA-256 of the line as it was captured; checks and signatures were judged on the originals.</p>
<div class="wide" tabindex="0" role="region" aria-label="Table of what was struck"><table><thead><tr><th scope="col">What</th><th scope="col">Treatment</th><th scope="col" class="n">Values</th><th scope="col" class="n">Lines of the ledger</th></tr></thead><tbody>${rows}</tbody></table></div>
${keeps}<p>${always} ${count(redaction.files.length, 'file')} of the run ${redaction.files.length === 1 ? 'was' : 'were'} written again.</p>
${originalLedgerSha256 !== null && markup`<p class="small">Ledger as captured: SHA-256 <code>${originalLedgerSha256}</code></p>`}`;
}
