import { KeyObject, verify } from 'node:crypto';
import { canonicalText, isSignatureDate } from './canonical';
import { Fingerprints } from './client-admission';
import { contentHash } from './hash';
import { readSigningCertificate, SigningCertificate, strictBase64 } from './signing-certificate';
import { readTrust } from './trust';

export type SignatureFault =
  | 'missing-header'
  | 'certificate-unreadable'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'hash-mismatch'
  | 'signature-mismatch'
  | 'date-invalid'
  | 'date-skew';

/** `fingerprint` is that of the signing certificate, as soon as it could be read. */
export type SignatureVerdict =
  { ok: true; fingerprint: string } | { ok: false; fault: SignatureFault; detail: string; fingerprint?: string };

/** A request as it arrived; header names in lower case, as node gives them. */
export interface SignedRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  now?: Date;
}

export interface VerifierOptions {
  /** PEMs of the authorities of signing certificates. May be empty where there are `fingerprints`. */
  trust: string[];
  /** Signing certificates that count whoever issued them, as long as they are in force. */
  fingerprints?: Fingerprints;
  /** How far the signature's date may be from now; not looked at without it. */
  skewMs?: number;
}

const names = {
  signature: 'x-dip-signature',
  date: 'x-dip-signature-date',
  hash: 'x-dip-content-hash',
  certificate: 'x-dip-signature-certificate',
} as const;
const cacheLimit = 1000;

/** Looks at one request; never throws on a bad one. */
export type Verifier = (r: SignedRequest) => SignatureVerdict;

/**
 * Makes a verifier of DIP signatures: certificate led back to `trust` or known by fingerprint, and valid, hash of the
 * exact bytes, RSA signature, form of the date, and its distance from now where `skewMs` is given. Never throws on a
 * bad request.
 */
export function createVerifier(o: VerifierOptions): Verifier {
  const trust = o.trust.length === 0 && o.fingerprints ? [] : readTrust(o.trust);
  const known = new Map<string, SigningCertificate>();

  return (r) => {
    const missing = Object.values(names).find((name) => !headerOf(r, name));
    if (missing) return { ok: false, fault: 'missing-header', detail: `no ${missing} header` };

    const date = headerOf(r, names.date);
    if (!isSignatureDate(date)) {
      const detail = `expected the form 2027-06-22T09:30:00.000Z, got "${date}"`;
      return { ok: false, fault: 'date-invalid', detail };
    }

    const certificate = lookUp(headerOf(r, names.certificate));
    if (typeof certificate === 'string') return { ok: false, fault: 'certificate-unreadable', detail: certificate };
    const { fingerprint, issuer, key } = certificate;
    const no = (fault: SignatureFault, detail: string): SignatureVerdict => ({ ok: false, fault, detail, fingerprint });
    const now = r.now ?? new Date();

    // Asked each time: a fingerprint may come or go.
    const byFingerprint = o.fingerprints?.().has(fingerprint) ?? false;
    const validity = byFingerprint ? certificate.alone : certificate.chain;
    if (!validity) return no('certificate-untrusted', `issued by ${issuer}, which is not trusted`);
    const inForce = validity(now);
    if (!inForce.ok) return no(inForce.fault, inForce.detail);

    const hash = contentHash(r.body);
    const given = headerOf(r, names.hash);
    if (given !== hash) {
      return no('hash-mismatch', `the ${r.body.length} bytes received have the hash ${hash}, not ${given}`);
    }
    const text = canonicalText({ method: r.method, url: r.url, date, hash });
    if (!isSignatureOf(text, headerOf(r, names.signature), key)) {
      return no('signature-mismatch', `not the signature of the certificate's key over "${text}"`);
    }
    const skew = Math.abs(now.getTime() - Date.parse(date));
    if (o.skewMs !== undefined && skew > o.skewMs) {
      return no('date-skew', `signed ${skew} ms away from ${now.toISOString()}; the limit is ${o.skewMs} ms`);
    }
    return { ok: true, fingerprint };
  };

  function lookUp(header: string): SigningCertificate | string {
    const cached = known.get(header);
    if (cached) return cached;
    const read = readSigningCertificate(header, trust);
    if (typeof read === 'string') return read;
    if (known.size >= cacheLimit) known.clear();
    known.set(header, read);
    return read;
  }
}

// On this thread: handing it to the pool costs more than the verification itself.
function isSignatureOf(text: string, signature: string, key: KeyObject): boolean {
  const bytes = key.asymmetricKeyType === 'rsa' ? strictBase64(signature) : undefined;
  return bytes !== undefined && verify('sha256', Buffer.from(text, 'utf8'), key, bytes);
}

function headerOf(r: SignedRequest, name: string): string {
  const value = r.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
