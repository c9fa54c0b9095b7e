import { verify, X509Certificate } from 'node:crypto';
import { canonicalText, isSignatureDate } from './canonical';
import { contentHash } from './hash';
import { certificatesIn, fingerprintOf, messageOf } from './pem';
import { chainTo, readTrust, validAt } from './trust';

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

interface KnownCertificate {
  leaf: X509Certificate;
  fingerprint: string;
  /** From the leaf up to a trusted one; undefined where it does not lead there. */
  chain?: X509Certificate[];
}

const names = {
  signature: 'x-dip-signature',
  date: 'x-dip-signature-date',
  hash: 'x-dip-content-hash',
  certificate: 'x-dip-signature-certificate',
} as const;
const cacheLimit = 1000;

/**
 * Makes a verifier of DIP signatures: certificate led back to `trust` and valid, hash of the exact bytes, RSA
 * signature, form of the date, and its distance from now where `skewMs` is given. Never throws on a bad request.
 */
export function createVerifier(o: { trust: string[]; skewMs?: number }): (r: SignedRequest) => SignatureVerdict {
  const trust = readTrust(o.trust);
  const known = new Map<string, KnownCertificate>();

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
    const { leaf, fingerprint, chain } = certificate;
    const no = (fault: SignatureFault, detail: string): SignatureVerdict => ({ ok: false, fault, detail, fingerprint });
    const now = r.now ?? new Date();

    if (!chain) return no('certificate-untrusted', `issued by ${oneLine(leaf.issuer)}, which is not trusted`);
    const validity = validAt(chain, now);
    if (!validity.ok) return no(validity.fault, validity.detail);

    const hash = contentHash(r.body);
    if (headerOf(r, names.hash) !== hash) {
      return no(
        'hash-mismatch',
        `the ${r.body.length} bytes received have the hash ${hash}, not ${headerOf(r, names.hash)}`,
      );
    }
    const text = canonicalText({ method: r.method, url: r.url, date, hash });
    if (!signed(text, headerOf(r, names.signature), leaf)) {
      return no('signature-mismatch', `not the signature of the certificate's key over "${text}"`);
    }
    const skew = Math.abs(now.getTime() - Date.parse(date));
    if (o.skewMs !== undefined && skew > o.skewMs) {
      return no('date-skew', `signed ${skew} ms away from ${now.toISOString()}; the limit is ${o.skewMs} ms`);
    }
    return { ok: true, fingerprint };
  };

  function lookUp(header: string): KnownCertificate | string {
    const cached = known.get(header);
    if (cached) return cached;
    const read = parse(header);
    if (typeof read === 'string') return read;
    const [leaf, ...intermediates] = read;
    const entry = { leaf, fingerprint: fingerprintOf(leaf), chain: chainTo(leaf, intermediates, trust) };
    if (known.size >= cacheLimit) known.clear();
    known.set(header, entry);
    return entry;
  }
}

function parse(header: string): [X509Certificate, ...X509Certificate[]] | string {
  const bytes = strictBase64(header);
  if (!bytes) return 'the header is not base64';
  try {
    const [leaf, ...rest] = certificatesIn(bytes.toString('utf8'));
    return leaf ? [leaf, ...rest] : 'the header is not base64 of a PEM text (BEGIN CERTIFICATE)';
  } catch (cause) {
    return messageOf(cause);
  }
}

function signed(text: string, signature: string, leaf: X509Certificate): boolean {
  const bytes = strictBase64(signature);
  if (!bytes || leaf.publicKey.asymmetricKeyType !== 'rsa') return false;
  return verify('sha256', Buffer.from(text, 'utf8'), leaf.publicKey, bytes);
}

// node decodes base64url and ignores strangers: only the canonical form counts.
function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function headerOf(r: SignedRequest, name: string): string {
  const value = r.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

function oneLine(name: string): string {
  return name.replaceAll('\n', ', ');
}
