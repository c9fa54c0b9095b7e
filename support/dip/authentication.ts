import { sha256Hex, type IncomingRequest, type SignatureVerdict, type SignedRequest } from '../wire';
import type { WireFacts } from '../ledger';
import type { AccessList } from './access-list';

/** Who calls, proved by key, signature and TLS certificate; or why not. `dipId` is the best guess on a refusal. */
export type Authentication =
  | { ok: true; dipId: string; fingerprint: string; signature: NonNullable<WireFacts['signature']> }
  | {
      ok: false;
      dipId: string;
      fingerprint?: string;
      signature: NonNullable<WireFacts['signature']>;
      status: 401 | 403;
      /** Reason code: a fault of the signature, or of key and certificates. */
      name: string;
      detail: string;
    };

export function authenticator(access: AccessList, verify: (r: SignedRequest) => SignatureVerdict, clock: () => Date) {
  return (r: IncomingRequest): Authentication => {
    const verdict = verifyBytes(verify, r, clock());
    const boundTo = verdict.fingerprint === undefined ? [] : access.signsFor(verdict.fingerprint);
    const signature = verdict.ok
      ? { ok: true, boundTo }
      : { ok: false, fault: verdict.fault, detail: verdict.detail, boundTo };
    const key = r.headers['x-api-key'];
    const owner = typeof key === 'string' && key !== '' ? access.byKey(sha256Hex(key))?.dipId : undefined;
    const dipId = owner ?? access.ownerOf(r.clientFingerprint) ?? 'unknown';
    const no = (status: 401 | 403, name: string, detail: string): Authentication => {
      return { ok: false, dipId, fingerprint: verdict.fingerprint, signature, status, name, detail };
    };

    if (key === undefined || key === '') return no(401, 'api-key-missing', 'no X-API-Key header');
    if (owner === undefined) return no(401, 'api-key-unknown', 'X-API-Key is the key of no known DIP ID');
    if (!verdict.ok) return no(401, verdict.fault, verdict.detail);
    if (!access.connectsAs(r.clientFingerprint, owner)) {
      return no(403, 'transport-certificate-not-bound', `the TLS certificate is not bound to ${owner}`);
    }
    return { ok: true, dipId: owner, fingerprint: verdict.fingerprint, signature };
  };
}

// The known signing scripts hash `{}` where a request has no body.
function verifyBytes(verify: (r: SignedRequest) => SignatureVerdict, r: IncomingRequest, now: Date): SignatureVerdict {
  const verdict = verify({ ...r, now });
  if (verdict.ok || verdict.fault !== 'hash-mismatch' || r.body.length > 0) return verdict;
  return verify({ ...r, body: Buffer.from('{}'), now });
}
