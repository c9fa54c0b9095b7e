import type { X509Certificate } from 'node:crypto';
import { made, outside, type Manifest } from '../pack/manifest';
import { fingerprint, isIssuedBy, isSelfIssued, isSignedBy, nameOf, readChain } from '../pack/signer';
import { envelopeBytes, preAuthentication, statementBytes } from '../pack/statement';

/** A certificate, as it is told. Times are ISO 8601, UTC. */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  /** SHA-256, lower-case hex. */
  fingerprint: string;
  from: string;
  to: string;
}

export interface SignatureReport {
  state: 'valid' | 'not valid' | 'none';
  scheme?: NonNullable<Manifest['signer']>['scheme'];
  /** The signer's certificate first, as far as the pack holds the chain. */
  chain: CertificateFacts[];
  /** What a reader should know of the chain; no fault of the pack. */
  remarks: string[];
  problems: string[];
}

/** Checks statement, envelope, signature and chain; `read` answers a member, undefined where there is none. */
export function checkSignature(
  manifest: Manifest,
  manifestSha256: string,
  read: (name: string) => Buffer | undefined,
): SignatureReport {
  const payload = statementBytes(manifest, manifestSha256);
  const { signer } = manifest;
  if (!signer) return unsigned(manifest, payload, read);
  const sig = read(outside.signature);
  const signed = preAuthentication(payload);
  const problems: string[] = [];
  if (!sig) problems.push(`missing: ${outside.signature}`);
  const stands = read(outside.signed);
  if (!stands?.equals(signed)) problems.push(told(outside.signed, stands, 'is not the statement of this manifest'));
  const envelope = read(outside.envelope);
  const expected = sig && envelopeBytes(payload, { keyid: signer.certificate, sig });
  if (!envelope || (expected && !envelope.equals(expected)))
    problems.push(told(outside.envelope, envelope, 'is not the statement of this manifest with its signature'));
  const chain = chainOf(read(made.signer));
  const own = chain[0];
  if (!own) problems.push(told(made.signer, read(made.signer), 'holds no certificate'));
  else if (fingerprint(own) !== signer.certificate)
    problems.push(`the certificate in ${made.signer} is not the one that the manifest names`);
  const genuine = own && sig && isSignedBy(own, signer.scheme, signed, sig);
  if (own && sig && !genuine)
    problems.push('the signature is not of this statement, or not by the key of the certificate');
  const links = linkProblems(chain);
  const all = [...problems, ...links];
  return {
    state: all.length === 0 ? 'valid' : 'not valid',
    scheme: signer.scheme,
    chain: chain.map(factsOf),
    remarks: own ? remarksOf(chain, manifest) : [],
    problems: all,
  };
}

function unsigned(manifest: Manifest, payload: Buffer, read: (name: string) => Buffer | undefined): SignatureReport {
  const envelope = read(outside.envelope);
  const problems = envelope?.equals(envelopeBytes(payload))
    ? []
    : [told(outside.envelope, envelope, 'is not the statement of this manifest')];
  for (const name of [outside.signed, outside.signature])
    if (read(name)) problems.push(`added: ${name}, though the manifest says that nobody signed`);
  if (manifest.kind === 'submission') problems.push('it says that it is a submission, and nobody signed it');
  return { state: problems.length === 0 ? 'none' : 'not valid', chain: [], remarks: [], problems };
}

const told = (name: string, there: Buffer | undefined, text: string) =>
  there ? `altered: ${name} ${text}` : `missing: ${name}`;

function chainOf(pem: Buffer | undefined): X509Certificate[] {
  try {
    return pem ? readChain(pem.toString('utf8'), made.signer) : [];
  } catch {
    return [];
  }
}

function linkProblems(chain: readonly X509Certificate[]): string[] {
  return chain.flatMap((certificate, index) => {
    const issuer = chain[index + 1];
    if (!issuer || isIssuedBy(certificate, issuer)) return [];
    return [`${made.signer}: ${nameOf(certificate)} was not issued by ${nameOf(issuer)}`];
  });
}

function factsOf(certificate: X509Certificate): CertificateFacts {
  return {
    subject: nameOf(certificate),
    issuer: certificate.issuer.replaceAll('\n', ', '),
    fingerprint: fingerprint(certificate),
    from: timeOf(certificate.validFrom),
    to: timeOf(certificate.validTo),
  };
}

/** ISO 8601; as it stands there where it is no time. */
function timeOf(text: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : new Date(at).toISOString();
}

function remarksOf(chain: readonly X509Certificate[], { runs }: Manifest): string[] {
  const own = chain[0]!;
  const top = chain.at(-1)!;
  const expired = new Date(own.validTo) < new Date(runs.at(-1)!.ended);
  const selfIssued = isSelfIssued(top);
  const end = !selfIssued
    ? `The chain ends at ${nameOf(top)}, whose issuer is not in the pack.`
    : chain.length === 1
      ? 'The certificate was issued by its own key: nobody else vouches for the name in it.'
      : `The chain ends at ${nameOf(top)}. Whether that authority is to be trusted, this check cannot know.`;
  return [...(expired ? ['The certificate had expired before the last run ended.'] : []), end];
}
