import { randomBytes } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRole, roles as roleTable } from '../catalogue';
import { errorsOf, nearest, participantErrors } from '../errors';
import { openCertificateStore, sha256Hex, writePrivate, type CertificateStore } from '../wire';
import { nextSteps, profileText, type DraftIdentity } from './init-text';
import { postmanEnvironment, type PostmanIdentity } from './postman';

const raise = errorsOf(participantErrors);

/** A standing hub that a new participant is registered with. */
export interface HubPlace {
  /** Name of the participant at the hub. */
  name: string;
  /** Base address of its DIP, and address of its console. */
  dip: string;
  control: string;
  /** DIP IDs that others hold. */
  taken: readonly string[];
  /** Registers the identities before anything is written; resolves to the token of the participant. */
  register(identities: readonly NewIdentity[]): Promise<string>;
}

/** What a hub must know of a new identity. */
export interface NewIdentity extends Omit<DraftIdentity, 'certificatesOf'> {
  signingFingerprints: string[];
  transportFingerprints: string[];
  apiKeySha256: string;
}

/**
 * Writes a commented profile `participant.yaml`, test certificates and API keys into `dir`, one identity for each role,
 * and returns the files and a text that says what to configure. Nothing is overwritten: PROFILE_EXISTS. With a hub the
 * participant is registered there, and the profile is ready for it.
 */
export async function initParticipant(o: {
  roles: readonly string[];
  dir: string;
  stateDir: string;
  /** One client and one signing certificate speak for all identities. */
  oneCertificate?: boolean;
  hub?: HubPlace;
}): Promise<{ files: string[]; text: string }> {
  const { hub } = o;
  const identities = drafts([...new Set(o.roles)], hub?.taken ?? [], o.oneCertificate);
  if (identities.length === 0) {
    throw raise(
      'PROFILE_VALUE_WRONG',
      { field: 'role', expected: 'expected at least one role', value: 'missing' },
      '--role',
    );
  }
  const store = await openCertificateStore(o.stateDir);
  const parts = await Promise.all(identities.map((identity) => identityFiles(identity, store, hub)));
  const written: Draft[] = [
    { file: 'participant.yaml', text: profileText(identities, hub) },
    { file: 'certificates/authority.pem', text: store.ca },
    { file: 'certificates/.gitignore', text: '*-key.pem\n' },
    { file: 'secrets/.gitignore', text: '*\n' },
    ...parts.flatMap(({ files }) => files),
  ];
  const place = ({ file }: Draft) => path.join(o.dir, file);
  for (const file of written.map(place)) if (await exists(file)) throw raise('PROFILE_EXISTS', { file }, file);
  if (hub) {
    const token = await hub.register(parts.map(({ identity }) => identity));
    written.push({ file: 'secrets/hub-token', text: token, secret: true });
  }
  await mkdir(path.join(o.dir, 'certificates'), { recursive: true });
  await mkdir(path.join(o.dir, 'secrets'), { recursive: true, mode: 0o700 });
  for (const draft of written) {
    await (draft.secret ? writePrivate(place(draft), draft.text) : writeFile(place(draft), draft.text, { flag: 'wx' }));
  }
  return { files: written.map(place), text: nextSteps(identities, o.dir, hub) };
}

interface Draft {
  file: string;
  text: string;
  secret?: boolean;
}

/** One identity for each role, with the first DIP ID of its ten that nobody holds. */
function drafts(held: readonly string[], taken: readonly string[], oneCertificate = false): DraftIdentity[] {
  const all = held.map((role, index): DraftIdentity => {
    const known = Object.keys(roleTable);
    if (!isRole(role)) {
      const near = nearest(role, known);
      const hint = near ? `; did you mean "${near}"?` : '';
      throw raise('PROFILE_ROLE_UNKNOWN', { field: 'role', value: role, hint, known: known.join(', ') }, '--role');
    }
    const letter = String.fromCharCode('A'.charCodeAt(0) + index);
    return { dipId: freeId(known.indexOf(role), taken), mpid: `EXM${letter}`, role };
  });
  const [first, ...others] = all;
  if (!first || !oneCertificate) return all;
  return [first, ...others.map((one) => ({ ...one, certificatesOf: first.dipId }))];
}

function freeId(roleNumber: number, taken: readonly string[]): string {
  // The number of the role stands before the last digit; further rounds of ten go in front of it.
  for (let count = 1; ; count += 1) {
    const round = Math.floor(count / 10) * 1_000;
    const dipId = `11${String(round + roleNumber * 10 + (count % 10)).padStart(8, '0')}`;
    if (!taken.includes(dipId)) return dipId;
  }
}

async function identityFiles(
  draft: DraftIdentity,
  store: CertificateStore,
  hub?: HubPlace,
): Promise<{ identity: NewIdentity; files: Draft[] }> {
  const { certificatesOf, ...identity } = draft;
  const { dipId, role } = identity;
  const { transport, signing } = await store.identity(`participant-${certificatesOf ?? dipId}`);
  const apiKey = randomBytes(32).toString('base64url');
  // With the authority behind it, so that the file holds the whole chain.
  const chain = (certificate: string) => `${certificate.trimEnd()}\n${store.ca.trimEnd()}\n`;
  const signingCertificate = chain(signing.certificate);
  const pairFiles = (): Draft[] => [
    { file: `certificates/${dipId}-transport.pem`, text: chain(transport.certificate) },
    { file: `certificates/${dipId}-transport-key.pem`, text: transport.key, secret: true },
    { file: `certificates/${dipId}-signing.pem`, text: signingCertificate },
    { file: `certificates/${dipId}-signing-key.pem`, text: signing.key, secret: true },
  ];
  return {
    identity: {
      ...identity,
      signingFingerprints: [signing.fingerprint],
      transportFingerprints: [transport.fingerprint],
      apiKeySha256: sha256Hex(apiKey),
    },
    files: [
      ...(certificatesOf === undefined ? pairFiles() : []),
      { file: `secrets/${dipId}-api-key`, text: apiKey, secret: true },
      ...(hub ? [postmanFile({ name: hub.name, dip: hub.dip, dipId, role, signingCertificate })] : []),
    ],
  };
}

function postmanFile(identity: PostmanIdentity): Draft {
  return { file: `${identity.dipId}.postman_environment.json`, text: postmanEnvironment(identity) };
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
