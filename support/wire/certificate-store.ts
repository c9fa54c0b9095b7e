import { X509Certificate } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { errorsOf, QualifyError, wireErrors } from '../errors';
import { Files, newestOrNext } from './generations';
import { Identity, KeyPair } from './identity';
import { issueAuthority, issueSigning, issueTransport, lifetimes } from './issue';
import { fingerprintOf, messageOf, readCertificate, readKey } from './pem';

const raise = errorsOf(wireErrors);
const day = 24 * 60 * 60 * 1000;

export interface CertificateStore {
  /** PEM of the throw-away certificate authority. */
  ca: string;
  /** The identity of that name (1 to 64 characters, the common name of its certificates); made on first use. */
  identity(name: string): Promise<Identity>;
  /** A transport certificate of that name which expired yesterday; made anew each time, never kept. */
  expired(name: string): Promise<KeyPair>;
}

/**
 * Opens a folder of throw-away test certificates: `authority.<n>/` holds a certificate authority and, below it, what it
 * signed, so that a renewed authority issues everything anew. What has less than 7 days left is renewed. Files are
 * owner-only; several processes may open the same folder. QualifyError WIRE_STORE_UNUSABLE where it cannot be written.
 */
export async function openCertificateStore(
  dir: string,
  clock: () => Date = () => new Date(),
): Promise<CertificateStore> {
  const { path, value: authority } = await inStore(dir, async () => {
    const found = await newestOrNext(
      dir,
      'authority',
      (files) => pairOf(files, 'authority', clock(), lifetimes.identity + lifetimes.renewBelow),
      async () => filesOf('authority', await issueAuthority(clock())),
    );
    await chmod(dir, 0o700);
    return found;
  });
  const making = new Map<string, Promise<Identity>>();

  async function open(name: string): Promise<Identity> {
    if (name.length < 1 || name.length > 64) throw raise('WIRE_IDENTITY_NAME', { name });
    const { value } = await inStore(dir, () =>
      newestOrNext(
        path,
        encodeURIComponent(name),
        (files) => identityOf(files, name, authority, clock()),
        async () => {
          const now = clock();
          const [transport, signing] = await Promise.all([
            issueTransport(authority, name, now),
            issueSigning(authority, name, now),
          ]);
          return { ...filesOf('transport', transport), ...filesOf('signing', signing) };
        },
      ),
    );
    return value;
  }

  return {
    ca: authority.certificate,
    expired: (name) => issueTransport(authority, name, new Date(clock().getTime() - (lifetimes.identity + 1) * day)),
    identity(name) {
      const underWay = making.get(name);
      if (underWay) return underWay;
      const made = open(name).finally(() => making.delete(name));
      making.set(name, made);
      return made;
    },
  };
}

function identityOf(files: Files, name: string, authority: KeyPair, now: Date): Identity | undefined {
  const transport = pairOf(files, 'transport', now, lifetimes.renewBelow, authority);
  const signing = pairOf(files, 'signing', now, lifetimes.renewBelow, authority);
  return transport && signing && { name, transport, signing, ca: authority.certificate };
}

/** A pair that fits together and lasts; anything else counts as not there, since all of it can be made again. */
function pairOf(files: Files, use: string, now: Date, daysLeft: number, authority?: KeyPair) {
  const certificate = files[`${use}-certificate.pem`];
  const key = files[`${use}-key.pem`];
  if (certificate === undefined || key === undefined) return undefined;
  try {
    const leaf = readCertificate(certificate, use);
    readKey(key, leaf, use);
    if (authority && !leaf.verify(new X509Certificate(authority.certificate).publicKey)) return undefined;
    if (new Date(leaf.validTo).getTime() - now.getTime() < daysLeft * day) return undefined;
    return { certificate, key, fingerprint: fingerprintOf(leaf) };
  } catch {
    return undefined;
  }
}

function filesOf(use: string, pair: KeyPair): Files {
  return { [`${use}-certificate.pem`]: pair.certificate, [`${use}-key.pem`]: pair.key };
}

async function inStore<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QualifyError || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw raise('WIRE_STORE_UNUSABLE', { dir, detail: messageOf(error) }, dir, error);
  }
}
