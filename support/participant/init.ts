import { randomBytes } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRole, roles as roleTable, type RoleCode } from '../catalogue';
import { errorsOf, nearest, participantErrors } from '../errors';
import { openCertificateStore, writePrivate, type CertificateStore } from '../wire';
import { nextSteps, profileText, type DraftIdentity } from './init-text';

const raise = errorsOf(participantErrors);

/**
 * Writes a commented profile `participant.yaml`, test certificates and API keys into `dir`, one identity for each role,
 * and returns the files and a text that says what to configure. Nothing is overwritten: PROFILE_EXISTS.
 */
export async function initParticipant(o: {
  roles: readonly string[];
  dir: string;
  stateDir: string;
}): Promise<{ files: string[]; text: string }> {
  const identities = [...new Set(o.roles)].map(draft);
  if (identities.length === 0) {
    throw raise(
      'PROFILE_VALUE_WRONG',
      { field: 'role', expected: 'expected at least one role', value: 'missing' },
      '--role',
    );
  }
  const store = await openCertificateStore(o.stateDir);
  const parts = await Promise.all(identities.map((identity) => identityFiles(identity, store)));
  const written: Draft[] = [
    { file: 'participant.yaml', text: profileText(identities) },
    { file: 'certificates/authority.pem', text: store.ca },
    { file: 'certificates/.gitignore', text: '*-key.pem\n' },
    { file: 'secrets/.gitignore', text: '*\n' },
    ...parts.flat(),
  ];
  const files = written.map(({ file }) => path.join(o.dir, file));
  for (const file of files) if (await exists(file)) throw raise('PROFILE_EXISTS', { file }, file);
  await mkdir(path.join(o.dir, 'certificates'), { recursive: true });
  await mkdir(path.join(o.dir, 'secrets'), { recursive: true, mode: 0o700 });
  for (const { file, text, secret } of written) {
    const target = path.join(o.dir, file);
    await (secret ? writePrivate(target, text) : writeFile(target, text, { flag: 'wx' }));
  }
  return { files, text: nextSteps(identities, o.dir) };
}

interface Draft {
  file: string;
  text: string;
  secret?: boolean;
}

function draft(role: string, index: number): DraftIdentity {
  const known = Object.keys(roleTable);
  if (!isRole(role)) {
    const near = nearest(role, known);
    const hint = near ? `; did you mean "${near}"?` : '';
    throw raise('PROFILE_ROLE_UNKNOWN', { field: 'role', value: role, hint, known: known.join(', ') }, '--role');
  }
  const number = known.indexOf(role) * 10 + 1;
  const letter = String.fromCharCode('A'.charCodeAt(0) + index);
  return { dipId: `11${String(number).padStart(8, '0')}`, mpid: `EXM${letter}`, role: role as RoleCode };
}

async function identityFiles({ dipId }: DraftIdentity, store: CertificateStore): Promise<Draft[]> {
  const { transport, signing } = await store.identity(`participant-${dipId}`);
  // With the authority behind it, so that the file holds the whole chain.
  const chain = (certificate: string) => `${certificate.trimEnd()}\n${store.ca.trimEnd()}\n`;
  return [
    { file: `certificates/${dipId}-transport.pem`, text: chain(transport.certificate) },
    { file: `certificates/${dipId}-transport-key.pem`, text: transport.key, secret: true },
    { file: `certificates/${dipId}-signing.pem`, text: chain(signing.certificate) },
    { file: `certificates/${dipId}-signing-key.pem`, text: signing.key, secret: true },
    { file: `secrets/${dipId}-api-key`, text: randomBytes(32).toString('base64url'), secret: true },
  ];
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
