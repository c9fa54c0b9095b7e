import { createHash } from 'node:crypto';
import type { OwnParty } from '../control';
import type { Profile, ProfileIdentity, ResolvedIdentity } from '../participant';

/** An identity of a profile as the hub needs it: fingerprints and hashes, no key. */
export function ownParty(profile: Profile, identity: ProfileIdentity, resolved: ResolvedIdentity): OwnParty {
  const { connectionProvider, webhooks, dipId, mpid, role } = identity;
  const { signingFingerprints, transportFingerprints, apiKey } = resolved;
  const registered = webhooks.registeredBy === 'harness' && !profile.bundled;
  return {
    ...{ dipId, mpid, role, connectionProvider, signingFingerprints, transportFingerprints },
    name: profile.name,
    apiKeySha256: createHash('sha256').update(apiKey).digest('hex'),
    webhooks: registered
      ? { default: webhooks.default ?? null, publications: webhooks.publications, status: webhooks.status ?? null }
      : null,
  };
}

/** PEMs that a participant's certificates come from, each once. */
export function trustOf(resolved: readonly ResolvedIdentity[]): string[] {
  return [...new Set(resolved.flatMap(({ trust }) => trust))];
}
