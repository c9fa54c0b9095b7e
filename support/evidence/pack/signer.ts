import { createPrivateKey, sign, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { errorsOf, packErrors } from '../../errors';
import type { Manifest } from './manifest';

const raise = errorsOf(packErrors);
const leastBits = 2048;
const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

export type Scheme = NonNullable<Manifest['signer']>['scheme'];

/** Who signs a pack. */
export interface Signer {
  scheme: Scheme;
  /** SHA-256 fingerprint of the own certificate, lower-case hex. */
  certificate: string;
  /** The chain as PEM: the own certificate first. */
  pem: string;
  sign(bytes: Buffer): Buffer;
}

/** PEM texts, and where they come from, for errors. */
export interface SignerTexts {
  key: { text: string; file: string };
  certificate: { text: string; file: string };
  passphrase?: string;
}

/**
 * The signer of a pack: an Ed25519 or RSA key (PKCS #1 v1.5 with SHA-256) and its certificate chain.
 * @throws QualifyError PACK_KEY_UNREADABLE, PACK_KEY_KIND, PACK_KEY_SHORT, PACK_KEY_MISMATCH,
 * PACK_CERTIFICATE_UNREADABLE, PACK_CERTIFICATE_NOT_VALID_NOW, PACK_CHAIN_BROKEN
 */
export function createSigner({ key, certificate, passphrase }: SignerTexts, now = new Date()): Signer {
  const chain = readChain(certificate.text, certificate.file);
  const own = chain[0]!;
  const privateKey = readKey(key, passphrase);
  const scheme = schemeOf(privateKey, key.file);
  if (!own.checkPrivateKey(privateKey)) throw raise('PACK_KEY_MISMATCH', {}, key.file);
  if (now < new Date(own.validFrom) || now > new Date(own.validTo)) {
    const [from, to] = [own.validFrom, own.validTo].map((date) => new Date(date).toISOString());
    throw raise('PACK_CERTIFICATE_NOT_VALID_NOW', { subject: nameOf(own), from, to }, certificate.file);
  }
  const broken = chain.findIndex((one, index) => index > 0 && !isIssuedBy(chain[index - 1]!, one));
  if (broken > 0) {
    const values = { subject: nameOf(chain[broken - 1]!), issuer: nameOf(chain[broken]!) };
    throw raise('PACK_CHAIN_BROKEN', values, certificate.file);
  }
  return {
    scheme,
    certificate: fingerprint(own),
    pem: chain.map((one) => one.toString()).join(''),
    sign: (bytes) => sign(digestOf(scheme), bytes, privateKey),
  };
}

/** The certificates of a PEM text. QualifyError PACK_CERTIFICATE_UNREADABLE. */
export function readChain(text: string, place: string): X509Certificate[] {
  let detail = 'no BEGIN CERTIFICATE line with its END';
  try {
    const all = (text.match(block) ?? []).map((pem) => new X509Certificate(pem));
    if (all.length > 0) return all;
  } catch (error) {
    detail = error instanceof Error ? error.message : String(error);
  }
  throw raise('PACK_CERTIFICATE_UNREADABLE', { detail }, place);
}

function readKey({ text, file }: SignerTexts['key'], passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: text, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    // The cause stays out: it may quote the key.
    throw raise('PACK_KEY_UNREADABLE', {}, file);
  }
}

function schemeOf(key: KeyObject, place: string): Scheme {
  const kind = key.asymmetricKeyType ?? 'unknown';
  if (kind === 'ed25519') return 'ed25519';
  if (kind !== 'rsa') throw raise('PACK_KEY_KIND', { kind }, place);
  const bits = bitsOf(key);
  if (bits < leastBits) throw raise('PACK_KEY_SHORT', { bits, least: leastBits }, place);
  return 'rsa-pkcs1v15-sha256';
}

const bitsOf = (key: KeyObject) => key.asymmetricKeyDetails?.modulusLength ?? 0;
const digestOf = (scheme: Scheme) => (scheme === 'ed25519' ? null : 'sha256');

/** Whether a signature was made by the key of a certificate, in this scheme; a key of another kind or too short is no. */
export function isSignedBy(certificate: X509Certificate, scheme: Scheme, bytes: Buffer, signature: Buffer): boolean {
  const kind = scheme === 'ed25519' ? 'ed25519' : 'rsa';
  return holds(() => {
    const key = certificate.publicKey;
    if (key.asymmetricKeyType !== kind || (kind === 'rsa' && bitsOf(key) < leastBits)) return false;
    return verify(digestOf(scheme), bytes, key, signature);
  });
}

/** Whether one certificate was issued by another, and that one may issue. */
export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return holds(() => issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey));
}

/** Whether a certificate was issued by its own key. */
export function isSelfIssued(certificate: X509Certificate): boolean {
  return holds(() => certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey));
}

/** A certificate from elsewhere may hold a key that cannot even be read. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

/** SHA-256 fingerprint, lower-case hex without colons. */
export const fingerprint = (certificate: X509Certificate): string =>
  certificate.fingerprint256.replaceAll(':', '').toLowerCase();

/** The subject of a certificate on one line. */
export const nameOf = ({ subject }: X509Certificate): string => subject.replaceAll('\n', ', ');
