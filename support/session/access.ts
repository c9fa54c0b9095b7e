import { mkdir } from 'node:fs/promises';
import { dipIdentity } from '../control';
import { errorsOf, sessionErrors } from '../errors';
import { resolveConnection, resolveIdentity, type ProfileIdentity, type ResolvedIdentity } from '../participant';
import { openCertificateStore } from '../wire';
import type { Prepared } from './prepare';

const raise = errorsOf(sessionErrors);

/** The identities of the profile that the run is about. */
export function ownIdentities({ identities }: Pick<Prepared, 'identities'>): ProfileIdentity[] {
  return identities;
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
  // Where the bundled participant will listen is not known yet; what the connection needs is made here once, and not by
  // every worker at the same time.
  const started = 'https://127.0.0.1';
  const connections = resolveConnection(profile, 'triggers', { stateDir, started }).then(() =>
    resolveConnection(profile, 'probes', { stateDir, started }),
  );
  // The hub's own, made while this process has nothing else to do.
  const ofHub = openCertificateStore(stateDir).then((store) => store.identity(dipIdentity));
  const [resolved] = await Promise.all([Promise.all(identities), connections, ofHub]);
  return resolved;
}
