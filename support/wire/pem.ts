import { createPrivateKey, KeyObject, X509Certificate } from 'node:crypto';
import { errorsOf, wireErrors } from '../errors';

const raise = errorsOf(wireErrors);
const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Every certificate in a PEM text, in its order. Throws what node:crypto throws on a block that cannot be parsed. */
export function certificatesIn(pem: string): X509Certificate[] {
  return (pem.match(certificateBlock) ?? []).map((block) => new X509Certificate(block));
}

/** SHA-256 fingerprint of a parsed certificate: lower-case hex without colons. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** SHA-256 fingerprint of the first certificate in a PEM text: lower-case hex without colons. */
export function certificateFingerprint(pem: string): string {
  return fingerprintOf(readCertificate(pem, 'certificate'));
}

/** The first certificate of a PEM text. `what` names it in errors; `place` is its file. */
export function readCertificate(pem: string, what: string, place?: string): X509Certificate {
  let detail = 'no BEGIN CERTIFICATE line with its END';
  try {
    const [first] = certificatesIn(pem);
    if (first) return first;
  } catch (cause) {
    detail = messageOf(cause);
  }
  throw raise('WIRE_CERTIFICATE_UNREADABLE', { what, detail }, place);
}

/** The private key that belongs to the certificate; refuses any other. */
export function readKey(pem: string, certificate: X509Certificate, what: string, place?: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    // The cause stays out: it may quote the key.
    throw raise('WIRE_KEY_UNREADABLE', { what }, place);
  }
  if (!certificate.checkPrivateKey(key)) throw raise('WIRE_KEY_MISMATCH', { what }, place);
  return key;
}

/** Refuses a certificate that is expired or not yet valid. */
export function requireValidNow(certificate: X509Certificate, now: Date, what: string, place?: string): void {
  const from = new Date(certificate.validFrom);
  const to = new Date(certificate.validTo);
  if (now > to) throw raise('WIRE_CERTIFICATE_EXPIRED', { what, date: to.toISOString() }, place);
  if (now < from) throw raise('WIRE_CERTIFICATE_NOT_YET_VALID', { what, date: from.toISOString() }, place);
}

/** A key that can make DIP signatures. */
export function requireRsa(key: KeyObject, what: string, place?: string): KeyObject {
  const kind = key.asymmetricKeyType ?? 'unknown';
  if (kind !== 'rsa') throw raise('WIRE_SIGNING_KEY_NOT_RSA', { what, kind }, place);
  return key;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A distinguished name on one line. */
export function oneLine(name: string): string {
  return name.replaceAll('\n', ', ');
}
