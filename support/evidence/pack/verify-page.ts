import { markup, type Markup, type Part } from '../markup';
import { pageHead } from '../page';
import { made, outside, type Manifest } from './manifest';

/** What a page must say before anything is packed. */
export type PageFacts = Pick<Manifest, 'kind' | 'signer' | 'subject' | 'notes' | 'runs'>;

/** VERIFY.html: how to verify a pack with openssl and sha256sum alone, and what its signature does not prove. */
export function verifyPage(facts: PageFacts): string {
  const { kind, signer, subject, notes } = facts;
  const last = facts.runs.at(-1)!;
  const state = `${kind === 'draft' ? 'Draft' : 'Submission'}, ${signer ? 'signed' : 'not signed'}`;
  return markup`${pageHead(`How to verify this pack: ${subject.name}`)}
<body>
${notes.length > 0 && markup`<p class="every-page" aria-hidden="true">${notes.join(' ')}</p>`}
<header class="page">
<p class="kicker">MHHS Qualify · evidence pack of one ${subject.kind === 'run' ? 'test run' : 'campaign'} · ${subject.name}</p>
<div class="headline ${kind === 'submission' ? 'quiet' : 'unsure'}"><h1>How to verify this pack</h1><p>${state}. ${last.participant.name}, ${last.stage}, release ${last.release}.</p></div>
${draftNote(facts).map((note) => markup`<p class="banner" role="note">${note}</p>`)}
${notes.map((note) => markup`<p class="banner" role="note">${note}</p>`)}
</header>
<main>
${section('with-qualify', 'With the harness', markup`<p>Offline; says everything below and more: every byte of the archive, the chain of every ledger, what the verdicts rest on.</p>${command('qualify verify PACK')}`)}
${section('by-hand', 'With sha256sum and openssl alone', byHand(signer))}
${section('proves', 'What this shows, and what not', shows(signer))}
</main>
<footer class="page"><p>A test run shows; only the code bodies qualify. The code bodies have not endorsed this tool.</p></footer>
</body>
</html>
`.text;
}

/** What makes a pack less than a submission, in words. */
export function draftNote({ kind, signer }: Pick<Manifest, 'kind' | 'signer'>): string[] {
  const unsigned = 'Not signed: anybody could have made or changed this pack.';
  const draft = 'Draft: made for reading, not for submission.';
  return [...(kind === 'draft' ? [draft] : []), ...(signer ? [] : [unsigned])];
}

function section(id: string, title: string, content: Part): Markup {
  return markup`<section aria-labelledby="h-${id}"><h2 id="h-${id}">${title}</h2>${content}</section>`;
}

const command = (text: string) => markup`<pre tabindex="0">${text}</pre>`;
const code = (text: string) => markup`<code>${text}</code>`;

function byHand(signer: Manifest['signer']): Markup {
  const outsiders = Object.values(outside).filter((name) => signer || !/pae|sig$/.test(name));
  return markup`<p>Unpack into an empty folder and give these commands there.</p>
<ol>
<li><p>Every listed file is as it was packed. No line may say FAILED.</p>${command(`sha256sum --check --strict --quiet ${outside.sums}`)}
<p class="small">A file that ${code(outside.sums)} does not list was added, but for ${outsiders
    .filter((name) => name !== outside.manifest)
    .map((name, index) => markup`${index > 0 && ', '}${code(name)}`)}.</p></li>
${signer ? signatureSteps(signer) : markup`<li><p>There is no signature to verify.</p></li>`}
</ol>`;
}

function signatureSteps({ scheme, certificate }: NonNullable<Manifest['signer']>): Markup {
  const check =
    scheme === 'ed25519'
      ? `openssl pkeyutl -verify -pubin -inkey signer-key.pem -rawin -in ${outside.signed} -sigfile ${outside.signature}`
      : `openssl dgst -sha256 -verify signer-key.pem -signature ${outside.signature} ${outside.signed}`;
  return markup`<li><p>Who signed. The fingerprint must be the one that the participant told you by another way:</p>
<p>${code(certificate.toUpperCase().replace(/(..)(?=.)/g, '$1:'))}</p>${command(
    `openssl x509 -in ${made.signer} -noout -subject -issuer -dates -fingerprint -sha256`,
  )}</li>
<li><p>The signature is of that certificate's key (${scheme === 'ed25519' ? 'Ed25519; OpenSSL 3 or later' : 'RSA PKCS #1 v1.5 with SHA-256'}).</p>${command(
    `openssl x509 -in ${made.signer} -noout -pubkey > signer-key.pem\n${check}`,
  )}</li>
<li><p>What was signed is this manifest: the sum that the command prints stands in ${code(outside.signed)}, which any text editor opens, as the digest of its subject.</p>${command(`sha256sum ${outside.manifest}`)}
<p class="small">${code(outside.envelope)} holds the same statement and signature as an in-toto statement in a DSSE envelope, for tools that read that.</p></li>`;
}

/** What a signature proves and what not: in words that every page and `verify` share. */
export const proves = {
  signed: [
    'The holder of the key put this content together; nothing of it has changed since.',
    'Every line of a ledger follows from the line before it: none was taken out or put in between afterwards without all that follow being written anew.',
  ],
  not: [
    'That the results were not edited before they were signed: the key is that of the participant.',
    'When it was signed: no independent clock took part.',
    'That the certificate belongs to whom it names: its chain is checked as far as it is in the pack, and no authority is asked.',
    'That the harness was the released one: it says so itself, by version, commit and the hash of its scenario set.',
    'That a DIP carried these messages: transaction ids can be compared with the records of the DIP Manager.',
  ],
} as const;

function shows(signer: Manifest['signer']): Markup {
  const list = (items: readonly string[]) => markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
  return markup`${signer ? markup`<p>A valid signature shows:</p>${list(proves.signed)}<p>It does not show:</p>` : markup`<p>Without a signature the sums show only that the archive was not damaged. They do not show:</p>`}${list(
    signer ? proves.not : ['Who put this content together, or that nobody has changed it.', ...proves.not.slice(3)],
  )}`;
}
