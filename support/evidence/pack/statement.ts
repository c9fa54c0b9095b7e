import { outside, type Manifest } from './manifest';

const payloadType = 'application/vnd.in-toto+json';

export interface Envelope {
  payload: string;
  payloadType: string;
  signatures: { keyid: string; sig: string }[];
}

/**
 * The in-toto statement of a pack (Statement v1, predicate test-result v0.1), as the bytes that are signed. Its subject
 * is the manifest, and so every member. It follows from the manifest alone.
 */
export function statementBytes(manifest: Manifest, manifestSha256: string): Buffer {
  const { results, members } = manifest;
  const named = (verdict: string, observed?: boolean) =>
    results
      .filter((one) => one.verdict === verdict && (observed === undefined || one.observations > 0 === observed))
      .map(({ id }) => id);
  const configuration = members
    .filter(({ name }) => /(^|\/)(verdicts\.json|selection\.json|(profile|environment)\.effective\.yaml)$/.test(name))
    .map(({ name, sha256: sum }) => ({ name, digest: { sha256: sum } }));
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: outside.manifest, digest: { sha256: manifestSha256 } }],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: resultOf(manifest),
      configuration,
      passedTests: named('pass', false),
      warnedTests: named('pass', true),
      failedTests: named('fail'),
      mhhsQualify_kind: manifest.kind,
      mhhsQualify_subject: manifest.subject,
      mhhsQualify_notes: manifest.notes,
      // Neither passed nor failed: nothing was shown of these.
      mhhsQualify_notShown: [...named('inconclusive'), ...named('waiting'), ...named('not-run')],
      mhhsQualify_notApplicable: named('not-applicable'),
    },
  };
  return Buffer.from(JSON.stringify(statement));
}

/** PASSED only where everything that applies passed and nothing was observed; a gap in what was shown is no pass. */
function resultOf({ results, runs }: Manifest): 'PASSED' | 'WARNED' | 'FAILED' {
  const counting = runs.filter(({ run }) => results.some((one) => one.run === run));
  const all = results.filter(({ verdict }) => verdict !== 'not-applicable');
  const green = all.length > 0 && all.every(({ verdict }) => verdict === 'pass');
  if (!green || counting.some(({ partial }) => partial)) return 'FAILED';
  return all.some(({ observations }) => observations > 0) ? 'WARNED' : 'PASSED';
}

/** DSSE v1: what is signed of a payload of this type. */
export function preAuthentication(payload: Buffer, type = payloadType): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/** The envelope in the one form that a pack has it in; without a signature for an unsigned draft. */
export function envelopeBytes(payload: Buffer, signature?: { keyid: string; sig: Buffer }): Buffer {
  const envelope: Envelope = {
    payload: payload.toString('base64'),
    payloadType,
    signatures: signature ? [{ keyid: signature.keyid, sig: signature.sig.toString('base64') }] : [],
  };
  return Buffer.from(`${JSON.stringify(envelope, null, 1)}\n`);
}
