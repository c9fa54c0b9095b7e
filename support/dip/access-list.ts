import type { DipAccess } from './types';

/** Who may act for whom: keys, certificates and connection providers. */
export interface AccessList {
  get(dipId: string): DipAccess | undefined;
  /** The DIP ID whose API key has this SHA-256 (hex). */
  byKey(apiKeySha256: string): DipAccess | undefined;
  /** The caller is the DIP ID itself or its nominated connection provider. */
  actsFor(caller: string, dipId: string): boolean;
  /** DIP IDs that a signing certificate may speak for: those it is bound to, and those these provide for. */
  signsFor(fingerprint: string): string[];
  /** The TLS certificate is bound to the DIP ID. */
  connectsAs(fingerprint: string, dipId: string): boolean;
  /** The one DIP ID a TLS certificate is bound to; undefined when there is none, or several. */
  ownerOf(transportFingerprint: string): string | undefined;
}

export function createAccessList(access: readonly DipAccess[]): AccessList {
  const byId = new Map(access.map((a) => [a.dipId, a]));
  const byKey = new Map(access.map((a) => [a.apiKeySha256.toLowerCase(), a]));
  return {
    get: (dipId) => byId.get(dipId),
    byKey: (hash) => byKey.get(hash.toLowerCase()),
    actsFor: (caller, dipId) => caller === dipId || byId.get(dipId)?.connectionProvider === caller,
    signsFor(fingerprint) {
      const bound = new Set(access.filter((a) => a.signingFingerprints.includes(fingerprint)).map((a) => a.dipId));
      return access
        .filter((a) => bound.has(a.dipId) || (a.connectionProvider !== undefined && bound.has(a.connectionProvider)))
        .map((a) => a.dipId);
    },
    connectsAs: (fingerprint, dipId) => byId.get(dipId)?.transportFingerprints.includes(fingerprint) ?? false,
    ownerOf(fingerprint) {
      const owners = access.filter((a) => a.transportFingerprints.includes(fingerprint));
      return owners.length === 1 ? owners[0]?.dipId : undefined;
    },
  };
}
