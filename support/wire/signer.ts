import { KeyObject, sign } from 'node:crypto';
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

/** A request that is to be signed. `url` must be the URL as it is requested. */
export interface Signable {
  method: string;
  url: string;
  body: Buffer;
  date?: Date;
}

// By the function, not by the signer: a copy of a signer with a `sign` of its own is to sign with that one.
const keys = new WeakMap<Signer['sign'], KeyObject>();
const encoded = new WeakMap<Signer, { pem: string; header: string }>();

/**
 * Makes a signer from PEM texts; parses the key once. QualifyErrors: WIRE_CERTIFICATE_UNREADABLE, WIRE_KEY_UNREADABLE,
 * WIRE_KEY_MISMATCH, WIRE_SIGNING_KEY_NOT_RSA.
 */
export function createSigner(pem: { key: string; certificate: string }): Signer {
  const certificate = readCertificate(pem.certificate, 'signing certificate');
  const key = requireRsa(readKey(pem.key, certificate, 'signing key'), 'signing key');
  const signText = (text: string) => sign('sha256', Buffer.from(text, 'utf8'), key).toString('base64');
  keys.set(signText, key);
  return {
    certificatePem: pem.certificate.replaceAll('\r\n', '\n'),
    fingerprint: fingerprintOf(certificate),
    sign: signText,
  };
}

/** Like `signer.sign`, but on the thread pool; a signer that was not made by `createSigner` signs as it does. */
export async function signAsync(signer: Pick<Signer, 'sign'>, text: string): Promise<string> {
  const key = keys.get(signer.sign);
  if (!key) return signer.sign(text);
  return new Promise((resolve, reject) => {
    sign('sha256', Buffer.from(text, 'utf8'), key, (error, signature) => {
      if (error) reject(error);
      else resolve(signature.toString('base64'));
    });
  });
}

/** The four X-DIP headers of a request, names in lower case. */
export function signatureHeaders(signer: Signer, r: Signable): Record<string, string> {
  const { text, ...parts } = unsigned(r);
  return headersOf(signer, parts, signer.sign(text));
}

/** The same, signed on the thread pool. */
export async function signatureHeadersAsync(signer: Signer, r: Signable): Promise<Record<string, string>> {
  const { text, ...parts } = unsigned(r);
  return headersOf(signer, parts, await signAsync(signer, text));
}

function unsigned(r: Signable) {
  const date = (r.date ?? new Date()).toISOString();
  const hash = contentHash(r.body);
  return { date, hash, text: canonicalText({ method: r.method, url: r.url, date, hash }) };
}

function headersOf(signer: Signer, { date, hash }: { date: string; hash: string }, signature: string) {
  return {
    'x-dip-signature': signature,
    'x-dip-signature-date': date,
    'x-dip-content-hash': hash,
    'x-dip-signature-certificate': certificateHeader(signer),
  };
}

function certificateHeader(signer: Signer): string {
  const pem = signer.certificatePem;
  const found = encoded.get(signer);
  if (found?.pem === pem) return found.header;
  const header = Buffer.from(pem, 'utf8').toString('base64');
  encoded.set(signer, { pem, header });
  return header;
}
