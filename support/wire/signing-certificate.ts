import { KeyObject, X509Certificate } from 'node:crypto';
import { certificatesIn, fingerprintOf, messageOf, oneLine } from './pem';
import { chainTo, validityOf, Validity } from './trust';

/** What a verifier keeps of a X-DIP-Signature-Certificate header. */
export interface SigningCertificate {
  fingerprint: string;
  issuer: string;
  key: KeyObject;
  /** Of the certificates from the leaf up to a trusted one; undefined where it does not lead there. */
  chain?: Validity;
  /** Of the leaf alone. */
  alone: Validity;
}

/** Reads base64 of PEM; what came behind the leaf may lead to `trust`. A text says what is wrong with it. */
export function readSigningCertificate(header: string, trust: readonly X509Certificate[]): SigningCertificate | string {
  const bytes = strictBase64(header);
  if (!bytes) return 'the header is not base64';
  try {
    const [leaf, ...intermediates] = certificatesIn(bytes.toString('utf8'));
    if (!leaf) return 'the header is not base64 of a PEM text (BEGIN CERTIFICATE)';
    const chain = chainTo(leaf, intermediates, trust);
    return {
      fingerprint: fingerprintOf(leaf),
      issuer: oneLine(leaf.issuer),
      key: leaf.publicKey,
      chain: chain && validityOf(chain),
      alone: validityOf([leaf]),
    };
  } catch (cause) {
    return messageOf(cause);
  }
}

/** Decodes base64 of the one canonical form: node's own decoder takes base64url and ignores strangers. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
