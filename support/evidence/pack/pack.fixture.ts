import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLedger } from '../../ledger';
import { scratchDir } from '../../testing';
import type { Verdicts } from '../../verdict';
import { runFolder, scenario, verdictsOf } from '../fixture';
import { readRunFiles } from '../run-files';
import { subjectOfRun } from '../subject';
import type { BuiltPack } from './build';
import type { PackSource } from './collect-subject';
import { makePack, type MakeOptions } from './make';
import { createSigner, type Signer } from './signer';

export type KeyKind = 'ed25519' | 'rsa' | 'short rsa' | 'ec';

/** PEM texts of a key and its chain, own certificate first. */
export interface Keys {
  key: string;
  certificate: string;
}

const algorithms = {
  ed25519: { name: 'Ed25519' },
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  'short rsa': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 1024,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} satisfies Record<KeyKind, object>;

const day = 24 * 60 * 60 * 1000;

/** A key with a certificate of an authority of its own; `days`: from when to when it is valid, seen from now. */
export async function keysOf(kind: KeyKind, days: [number, number] = [-1, 30]): Promise<Keys> {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const generate = (algorithm: object) =>
    webcrypto.subtle.generateKey(algorithm as never, true, [
      'sign',
      'verify',
    ]) as unknown as Promise<webcrypto.CryptoKeyPair>;
  const authority = await generate(algorithms.ec);
  const keys = await generate(algorithms[kind]);
  const [notBefore, notAfter] = days.map((one) => new Date(Date.now() + one * day));
  const issuer = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: ['Test authority'] }],
      serialNumber: '01',
      notBefore: new Date(Date.now() - 100 * day),
      notAfter: new Date(Date.now() + 100 * day),
      signingAlgorithm: algorithms.ec,
      keys: authority,
      extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
    },
    webcrypto,
  );
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject: [{ CN: ['Example Supplier release manager'] }],
      issuer: issuer.subjectName.toJSON(),
      serialNumber: '02',
      notBefore: notBefore!,
      notAfter: notAfter!,
      publicKey: keys.publicKey,
      signingKey: authority.privateKey,
      signingAlgorithm: algorithms.ec,
    },
    webcrypto,
  );
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    key: `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`,
    certificate: `${certificate.toString('pem')}\n${issuer.toString('pem')}\n`,
  };
}

export function signerOf({ key, certificate }: Keys, passphrase?: string): Signer {
  return createSigner({
    key: { text: key, file: 'key.pem' },
    certificate: { text: certificate, file: 'certificate.pem' },
    ...(passphrase === undefined ? {} : { passphrase }),
  });
}

/** A small run folder that a submission could be made of. */
export async function greenRun(over: Partial<Verdicts> = {}, profile = 'schema: 1\n'): Promise<string> {
  const folder = path.join(scratchDir(), over.run ?? '20270210-100000-pit-a1b2');
  await mkdir(folder);
  const scenarios = over.scenarios ?? [scenario({ id: 'MQ-BP001-010' })];
  await runFolder(verdictsOf(scenarios, over), [], folder);
  await writeFile(path.join(folder, 'profile.effective.yaml'), profile);
  await writeFile(path.join(folder, 'environment.effective.yaml'), 'schema: 1\nname: test\n');
  await writeFile(path.join(folder, 'summary.html'), '<!doctype html><title>Summary</title>');
  return folder;
}

/** As small a run as can be packed, for tests that try every byte. */
export async function tinyRun(): Promise<string> {
  const folder = scratchDir();
  const verdicts = verdictsOf([{ ...scenario({ id: 'MQ-1' }), steps: [] }], { assumptions: [] });
  await writeFile(path.join(folder, 'verdicts.json'), JSON.stringify(verdicts));
  await writeFile(path.join(folder, 'selection.json'), JSON.stringify({ selected: ['MQ-1'], excluded: [] }));
  const ledger = createLedger({ file: path.join(folder, 'ledger.ndjson') });
  for (const name of ['a', 'b', 'c'])
    ledger.append({
      source: 'harness',
      kind: 'act',
      from: 'harness',
      to: '1000000001',
      name,
      at: '2027-02-10T10:00:00.000Z',
    });
  await ledger.close();
  return folder;
}

export async function sourceOf(folder: string): Promise<PackSource> {
  const subject = subjectOfRun(await readRunFiles(folder));
  return { subject, folder, runFolders: new Map([[subject.name, folder]]) };
}

export const noOptions: MakeOptions = { submission: false, scan: scanNothing, requirements: [] };

/** A scan that finds nothing, but reads every file, as every scan must. */
export function scanNothing(files: Iterable<unknown>): [] {
  for (const _ of files);
  return [];
}

export async function packOf(folder: string, options: Partial<MakeOptions> = {}): Promise<BuiltPack> {
  const { pack, missing } = makePack(await sourceOf(folder), { ...noOptions, ...options });
  if (!pack) throw new Error(missing.map(({ reason }) => reason).join('\n'));
  return pack;
}

export const bytesOf = (pack: BuiltPack): Buffer => Buffer.concat([...pack.pieces()]);

let number = 0;

/** Lays bytes down as a file. */
export function laidDown(bytes: Buffer): string {
  const file = path.join(scratchDir(), `pack-${++number}.zip`);
  writeFileSync(file, bytes);
  return file;
}
