import { headline, runTitle } from './headline';
import { Markup, markup } from './markup';
import type { RunFiles } from './run-files';
import { assumptionsSection, closing, findingsSection, notRunSection } from './summary-rest';
import { scenariosSection } from './summary-scenarios';
import { style } from './summary-style';
import { facts, notes, top } from './summary-top';
import { attention, totalsSection } from './summary-totals';

/** Nothing may be fetched or run: the page is read as it stands, also from a mail or a pack. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The run as one self-contained page for screen, phone and paper; no script. In pieces of about one scenario each: the
 * page of a long run is as large as its ledger.
 */
export function* summaryPieces(run: RunFiles): Generator<string> {
  const { verdicts } = run;
  yield markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${headline(verdicts, run.ledgerProblem).title}: ${runTitle(verdicts)}</title>
<style>${new Markup(style)}</style>
</head>
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
</main>
${closing(run)}
</body>
</html>
`.text;
}
