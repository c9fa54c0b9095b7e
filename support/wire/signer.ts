import { sign } from 'node:crypto';
import { canonicalText } from './canonical';
import { contentHash } from './hash';
import { fingerprintOf, readCertificate, readKey, requireRsa } from './pem';

/** Signs text for one signing certificate. `fingerprint` is SHA-256, lower-case hex. */
export interface Signer {
  /** PEM with LF line ends, chain included where one was given. */
  certificatePem: string;
  fingerprint: string;
  /** Base64 of the RSASSA-PKCS1-v1_5 SHA-256 signature over the UTF-8 text. */
  sign(text: string): string;
}

/**
 * Makes a signer from PEM texts; parses the key once. QualifyErrors: WIRE_CERTIFICATE_UNREADABLE, WIRE_KEY_UNREADABLE,
 * WIRE_KEY_MISMATCH, WIRE_SIGNING_KEY_NOT_RSA.
 */
export function createSigner(pem: { key: string; certificate: string }): Signer {
  const certificate = readCertificate(pem.certificate, 'signing certificate');
  const key = requireRsa(readKey(pem.key, certificate, 'signing key'), 'signing key');
  return {
    certificatePem: pem.certificate.replaceAll('\r\n', '\n'),
    fingerprint: fingerprintOf(certificate),
    sign: (text) => sign('sha256', Buffer.from(text, 'utf8'), key).toString('base64'),
  };
}

/** The four X-DIP headers of a request, names in lower case. `url` must be the URL as it is requested. */
export function signatureHeaders(
  signer: Signer,
  r: { method: string; url: string; body: Buffer; date?: Date },
): Record<string, string> {
  const date = (r.date ?? new Date()).toISOString();
  const hash = contentHash(r.body);
  return {
    'x-dip-signature': signer.sign(canonicalText({ method: r.method, url: r.url, date, hash })),
    'x-dip-signature-date': date,
    'x-dip-content-hash': hash,
    'x-dip-signature-certificate': Buffer.from(signer.certificatePem, 'utf8').toString('base64'),
  };
}
