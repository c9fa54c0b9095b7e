import { headline, runTitle } from './headline';
import { markup } from './markup';
import { pageHead } from './page';
import type { RunFiles } from './run-files';
import { assumptionsSection, closing, findingsSection, notRunSection } from './summary-rest';
import { scenariosSection } from './summary-scenarios';
import { signOffSection } from './summary-sign-off';
import { struckSection } from './summary-struck';
import { facts, notes, top } from './summary-top';
import { attention, totalsSection } from './summary-totals';

/** Nothing may be fetched or run: the page is read as it stands, also from a mail or a pack. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The run as one self-contained page for screen, phone and paper; no script. In pieces of about one scenario each: the
 * page of a long run is as large as its ledger.
 */
export function* summaryPieces(run: RunFiles): Generator<string> {
  const { verdicts } = run;
  yield markup`${pageHead(`${headline(verdicts, run.ledgerProblem).title}: ${runTitle(verdicts)}`)}
<body>
<a class="skip" href="#h-scenarios">To the scenarios</a>
${notes(run).length > 0 && markup`<p class="every-page" aria-hidden="true">${notes(run).join(' ')}</p>`}
${top(run)}
<main>
${attention(run)}
${facts(run)}
${totalsSection(run)}
`.text;
  for (const part of scenariosSection(run)) yield part.text;
  yield markup`
${findingsSection(run)}
${notRunSection(run)}
${assumptionsSection(run)}
${struckSection(run)}
${signOffSection(run)}
</main>
${closing(run)}
</body>
</html>
`.text;
}
