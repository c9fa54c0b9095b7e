import type { DipAccess } from './types';

/** Who may act for whom: keys, certificates and connection providers. Fingerprints are lower-case hex. */
export interface AccessList {
  get(dipId: string): DipAccess | undefined;
  /** The DIP ID whose API key has this SHA-256 (hex). */
  byKey(apiKeySha256: string): DipAccess | undefined;
  /** The caller is the DIP ID itself or its nominated connection provider. */
  actsFor(caller: string, dipId: string): boolean;
  /** DIP IDs that a signing certificate may speak for: those it is bound to, and those these provide for. */
  signsFor(fingerprint: string): string[];
  /** The TLS certificate is bound to the DIP ID, or to its connection provider, which connects for it. */
  connectsAs(fingerprint: string, dipId: string): boolean;
  /** The one DIP ID a TLS certificate is bound to; undefined when there is none, or several. */
  ownerOf(transportFingerprint: string): string | undefined;
  /** All DIP IDs a TLS certificate is bound to: several roles may share one. */
  ownersOf(transportFingerprint: string): readonly string[];
  /** The TLS certificate is bound to somebody here. */
  knows(transportFingerprint: string): boolean;
  /** Every certificate that is bound to somebody, for connections and for signatures. */
  fingerprints: { transport: ReadonlySet<string>; signing: ReadonlySet<string> };
}

export function createAccessList(access: readonly DipAccess[]): AccessList {
  const byId = new Map(access.map((a) => [a.dipId, a]));
  // Looked up by its hash: how long that takes says nothing about the key.
  const byKey = new Map(access.map((a) => [a.apiKeySha256.toLowerCase(), a]));
  const transport = idsBy(access, (a) => a.transportFingerprints);
  const signing = idsBy(access, (a) => a.signingFingerprints);
  const speaksFor = new Map([...signing].map(([fingerprint, ids]) => [fingerprint, withUsers(access, new Set(ids))]));
  return {
    get: (dipId) => byId.get(dipId),
    byKey: (hash) => byKey.get(hash.toLowerCase()),
    actsFor: (caller, dipId) => caller === dipId || byId.get(dipId)?.connectionProvider === caller,
    signsFor: (fingerprint) => speaksFor.get(fingerprint) ?? [],
    connectsAs(fingerprint, dipId) {
      const owners = transport.get(fingerprint) ?? [];
      const provider = byId.get(dipId)?.connectionProvider;
      return owners.includes(dipId) || (provider !== undefined && owners.includes(provider));
    },
    ownerOf(fingerprint) {
      const owners = transport.get(fingerprint) ?? [];
      return owners.length === 1 ? owners[0] : undefined;
    },
    ownersOf: (fingerprint) => transport.get(fingerprint) ?? [],
    knows: (fingerprint) => transport.has(fingerprint),
    fingerprints: { transport: new Set(transport.keys()), signing: new Set(signing.keys()) },
  };
}

function idsBy(access: readonly DipAccess[], fingerprintsOf: (a: DipAccess) => string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const a of access) {
    for (const fingerprint of new Set(fingerprintsOf(a).map((f) => f.toLowerCase()))) {
      found.set(fingerprint, [...(found.get(fingerprint) ?? []), a.dipId]);
    }
  }
  return found;
}

function withUsers(access: readonly DipAccess[], bound: ReadonlySet<string>): string[] {
  return access
    .filter((a) => bound.has(a.dipId) || (a.connectionProvider !== undefined && bound.has(a.connectionProvider)))
    .map((a) => a.dipId);
}
