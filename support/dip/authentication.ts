import { sha256Hex, type IncomingRequest, type SignatureVerdict, type Verifier } from '../wire';
import type { WireFacts } from '../ledger';
import type { AccessList } from './access-list';
import type { SpentSignatures } from './spent-signatures';

/** What a refused caller is told: no more than that it is refused. The ledger has the reason. */
export interface RefusalText {
  message: string;
  help: string;
}

const page = 'see "Use the simulated DIP without the test suite" in the documentation';

/** One text for each kind of refusal, whatever the fault was. */
export const refusalTexts = {
  /** 401: neither a wrong key nor a wrong signature is told from the other. */
  unauthorised: {
    message: 'Unauthorised',
    help: `The API key or the signature of this request does not hold. How to send and sign: ${page}.`,
  },
  /** 401: a header that every request has is not there. */
  incomplete: {
    message: 'Unauthorised',
    help: `X-API-Key or one of the four X-DIP-Signature and X-DIP-Content-Hash headers is missing: ${page}.`,
  },
  /** 401 to the owner of a signature that was used. */
  replayed: {
    message: 'Unauthorised',
    help: 'This signature was used before: sign each request anew, with the date of sending.',
  },
  /** 403 */
  forbidden: { message: 'Forbidden', help: `The caller may not do this for this DIP ID: ${page}.` },
} as const satisfies Record<string, RefusalText>;

type Facts = NonNullable<WireFacts['signature']>;

/** Who calls, proved by key, signature and TLS certificate; or why not. `dipId` is the best guess on a refusal. */
export type Authentication =
  | {
      ok: true;
      dipId: string;
      /** Of the signing certificate; absent where no signature was asked for. */
      fingerprint?: string;
      signature: Facts;
      /** To be called when the request was answered 2xx: the signature is refused from then on. */
      used(): void;
    }
  | {
      ok: false;
      dipId: string;
      fingerprint?: string;
      signature: Facts;
      status: 401 | 403;
      /** Reason code: a fault of the signature, or of key and certificates. For the ledger only, as is the detail. */
      name: string;
      detail: string;
      /** For the answer. */
      told: RefusalText;
    };

/** Looks at one call; without `signed` its signature counts. */
export type Authenticator = (r: IncomingRequest, o?: { signed?: boolean }) => Authentication;

/**
 * Makes the check of callers. The key says who calls; the TLS certificate must be bound to that DIP ID or to its
 * connection provider; what the signing certificate may speak for stands in `signature.boundTo`. With `spent` a
 * signature counts once. `signed: false` asks for key and certificate alone, as the published validation does.
 */
export function authenticator(
  access: AccessList,
  verify: Verifier,
  clock: () => Date,
  spent?: SpentSignatures,
): Authenticator {
  function authenticate(r: IncomingRequest, { signed = true }: { signed?: boolean } = {}): Authentication {
    if (!signed) return judge(r, undefined);
    const at = clock();
    const verdict = verify({ ...r, now: at });
    return judge(r, emptyBodied(r, verdict) ? verify({ ...r, body: emptyObject, now: at }) : verdict);
  }

  /** Without a verdict no signature was asked for: nothing was proved by one, and nobody is spoken for. */
  function judge(r: IncomingRequest, verdict: SignatureVerdict | undefined): Authentication {
    const fingerprint = verdict?.fingerprint;
    const boundTo = fingerprint === undefined ? [] : access.signsFor(fingerprint);
    const signature: Facts =
      verdict?.ok === false
        ? { ok: false, fault: verdict.fault, detail: verdict.detail, boundTo }
        : { ok: true, boundTo };
    const key = r.headers['x-api-key'];
    const owner = typeof key === 'string' && key !== '' ? access.byKey(sha256Hex(key))?.dipId : undefined;
    const dipId = owner ?? access.ownerOf(r.clientFingerprint) ?? 'unknown';
    const no = (status: 401 | 403, name: string, detail: string, told: RefusalText): Authentication => {
      return { ok: false, dipId, fingerprint, signature, status, name, detail, told };
    };
    const { unauthorised, incomplete, replayed, forbidden } = refusalTexts;

    if (key === undefined || key === '') return no(401, 'api-key-missing', 'no X-API-Key header', incomplete);
    const told = verdict?.ok === false && verdict.fault === 'missing-header' ? incomplete : unauthorised;
    if (owner === undefined) return no(401, 'api-key-unknown', 'X-API-Key is the key of no known DIP ID', told);
    if (verdict?.ok === false) return no(401, verdict.fault, verdict.detail, told);
    if (!access.connectsAs(r.clientFingerprint, owner)) {
      return no(403, 'transport-certificate-not-bound', `the TLS certificate is not bound to ${owner}`, forbidden);
    }
    const text = verdict && signatureOf(r);
    if (text !== undefined && spent?.has(text)) {
      return no(401, 'signature-replayed', 'a request with this signature was answered 2xx before', replayed);
    }
    const used = () => (text === undefined ? undefined : spent?.add(text));
    return { ok: true, dipId: owner, fingerprint, signature, used };
  }

  return authenticate;
}

function signatureOf(r: IncomingRequest): string {
  const value = r.headers['x-dip-signature'];
  return typeof value === 'string' ? value : '';
}

// The known signing scripts hash `{}` where a request has no body.
const emptyObject = Buffer.from('{}');

function emptyBodied(r: IncomingRequest, verdict: SignatureVerdict): boolean {
  return !verdict.ok && verdict.fault === 'hash-mismatch' && r.body.length === 0;
}
