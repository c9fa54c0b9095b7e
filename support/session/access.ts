import { mkdir } from 'node:fs/promises';
import { errorsOf, sessionErrors } from '../errors';
import { resolveConnection, resolveIdentity, type ProfileIdentity, type ResolvedIdentity } from '../participant';
import type { Prepared } from './prepare';

const raise = errorsOf(sessionErrors);

/** The identities of the profile that the run is about. */
export function ownIdentities({ profile, roles }: Prepared): ProfileIdentity[] {
  return profile.identities.filter((identity) => (roles as string[]).includes(identity.role));
}

/**
 * Reads the certificates, keys, API keys and tokens that the profile names, so that a missing or expired one is told
 * before anything is started. QualifyErrors of kind configuration.
 */
export async function readAccess(prepared: Prepared, stateDir: string): Promise<ResolvedIdentity[]> {
  await mkdir(stateDir, { recursive: true, mode: 0o700 }).catch((error: Error) => {
    throw raise('FOLDER_NOT_WRITABLE', { problem: error.message }, stateDir);
  });
  const { profile } = prepared;
  const identities = ownIdentities(prepared).map((identity) => resolveIdentity(profile, identity, { stateDir }));
  const connections = (['triggers', 'probes'] as const).map((part) => resolveConnection(profile, part, { stateDir }));
  const [resolved] = await Promise.all([Promise.all(identities), Promise.all(connections)]);
  return resolved;
}
