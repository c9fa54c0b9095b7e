import { markup, type Markup } from './markup';
import type { RunFiles } from './run-files';

/** Room for those who answer for the run, on paper; the harness signs nothing. */
export function signOffSection({ hashes }: RunFiles): Markup {
  const rows = ['Tested by', 'Reviewed by'].map(
    (role) => markup`<tr><th scope="row">${role}</th><td></td><td></td><td></td><td></td></tr>`,
  );
  return markup`<section aria-labelledby="h-signoff"><h2 id="h-signoff">Sign-off</h2>
<p>Of the verdicts with SHA-256 <code>${hashes['verdicts.json']}</code>.</p>
<div class="wide" tabindex="0" role="region" aria-label="Table of signatures"><table class="sign"><thead><tr><td></td><th scope="col">Name</th><th scope="col">Position</th><th scope="col">Date</th><th scope="col">Signature</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
