import { createPrivateKey, X509Certificate } from 'node:crypto';
import { errorsOf, participantErrors, QualifyError } from '../errors';
import { certificateFingerprint, openCertificateStore, type Identity } from '../wire';
import { fieldName, type FieldPath, type Profile, type ProfileIdentity } from './profile';
import { readNamedFile, readSecret } from './secrets';

const raise = errorsOf(participantErrors);

/** What the harness must know of an identity to recognise it and, where it holds the keys, to act in its name. */
export interface ResolvedIdentity {
  /** SHA-256, hex, lower case. */
  transportFingerprints: string[];
  signingFingerprints: string[];
  /** PEM certificates to trust for it: the harness's authority, or its own certificates with their chain. */
  trust: string[];
  /** PEM, with the chain as far as it was given. */
  certificates: { transport: string; signing: string };
  apiKey: string;
  /** Present when the private keys are known. */
  identity?: Identity;
}

/** The identity whose certificates are used: its own, or that which it names. */
function holderOf({ identities }: Pick<Profile, 'identities'>, identity: ProfileIdentity): ProfileIdentity {
  const { certificates } = identity;
  if (certificates === 'issued' || !('of' in certificates)) return identity;
  return identities.find(({ dipId }) => dipId === certificates.of) ?? identity;
}

/** Name in the certificate store of the certificates of an identity, where the harness issues them. */
export function issuedName(profile: Pick<Profile, 'bundled' | 'identities'>, of: ProfileIdentity): string {
  const identity = holderOf(profile, of);
  return profile.bundled ? `reference-${identity.role}` : `participant-${identity.dipId}`;
}

/**
 * Reads certificates and API key of an identity; checks that they can be read, are in force and match their keys.
 * Throws the first problem.
 */
export async function resolveIdentity(
  profile: Profile,
  identity: ProfileIdentity,
  o: { stateDir: string; now?: Date },
): Promise<ResolvedIdentity> {
  const { problems, resolved } = await inspectIdentity(profile, identity, o);
  if (!resolved) throw problems[0]!;
  return resolved;
}

/** The same, with every problem of the identity instead of the first. */
export async function inspectIdentity(
  profile: Profile,
  identity: ProfileIdentity,
  { stateDir, now = new Date() }: { stateDir: string; now?: Date },
): Promise<{ problems: QualifyError[]; resolved?: ResolvedIdentity }> {
  const holder = holderOf(profile, identity);
  const fieldOf = (one: ProfileIdentity): FieldPath => ['identities', profile.identities.indexOf(one)];
  const store = await openCertificateStore(stateDir);
  const { certificates } = holder;
  const own = (part: 'transport' | 'signing') =>
    certificates === 'issued' || 'of' in certificates
      ? store.identity(issuedName(profile, identity)).then((issued) => ofStore(issued[part], store.ca))
      : readPair(profile, [...fieldOf(holder), 'certificates', part], certificates[part], now);
  const issued = { stateDir, name: `api-key-${identity.dipId}` };
  const reading = [
    readSecret(profile, [...fieldOf(identity), 'apiKey'], identity.apiKey, issued),
    own('transport'),
    own('signing'),
  ] as const;
  const problems = (await Promise.allSettled(reading)).flatMap((part) =>
    part.status === 'rejected' ? [part.reason] : [],
  );
  const fault = problems.find((problem) => !(problem instanceof QualifyError));
  if (fault !== undefined) throw fault;
  if (problems.length > 0) return { problems };
  const [apiKey, transport, signing] = await Promise.all(reading);
  const name = issuedName(profile, identity);
  const resolved: ResolvedIdentity = {
    transportFingerprints: [transport.fingerprint],
    signingFingerprints: [signing.fingerprint],
    trust: [...new Set([...transport.trust, ...signing.trust])],
    certificates: { transport: transport.certificate, signing: signing.certificate },
    apiKey,
    ...(hasKey(transport) && hasKey(signing) ? { identity: { name, transport, signing, ca: store.ca } } : {}),
  };
  return { problems, resolved };
}

function ofStore(pair: Identity['transport'], ca: string): OwnPair {
  return { ...pair, trust: [ca] };
}

interface OwnPair {
  certificate: string;
  key?: string;
  fingerprint: string;
  trust: string[];
}

function hasKey(pair: OwnPair): pair is OwnPair & { key: string } {
  return pair.key !== undefined;
}

async function readPair(
  profile: Profile,
  field: FieldPath,
  pair: { certificate: string; key?: string | undefined },
  now: Date,
): Promise<OwnPair> {
  const at = [...field, 'certificate'];
  const values = { field: fieldName(at), file: pair.certificate };
  const pem = await readNamedFile(profile, at, pair.certificate);
  const chain = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  const leaf = chain[0];
  const parsed = leaf === undefined ? undefined : parse(() => new X509Certificate(leaf));
  if (leaf === undefined || !parsed) throw raise('PROFILE_CERTIFICATE_UNREADABLE', values, profile.placeOf(at));
  const { validFrom, validTo } = parsed;
  if (Date.parse(validTo) <= now.getTime()) {
    throw raise('PROFILE_CERTIFICATE_EXPIRED', { ...values, date: validTo }, profile.placeOf(at));
  }
  if (Date.parse(validFrom) > now.getTime()) {
    throw raise('PROFILE_CERTIFICATE_NOT_YET_VALID', { ...values, date: validFrom }, profile.placeOf(at));
  }
  const own: OwnPair = { certificate: pem, fingerprint: certificateFingerprint(leaf), trust: chain };
  if (pair.key === undefined) return own;
  const keyAt = [...field, 'key'];
  const key = await readNamedFile(profile, keyAt, pair.key, 'PROFILE_KEY_FILE_MISSING');
  const parsedKey = parse(() => createPrivateKey(key));
  if (!parsedKey || !parsed.checkPrivateKey(parsedKey)) {
    throw raise('PROFILE_KEY_MISMATCH', { field: fieldName(keyAt), file: pair.key }, profile.placeOf(keyAt));
  }
  return { ...own, key };
}

function parse<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
