import { readFileSync } from 'node:fs';
import { errorsOf, packErrors } from '../../errors';
import type { SecretFinding } from '../scan';
import { count, sha256 } from '../text';
import { closing } from './closing';
import { checkNames, type Found } from './collect';
import { collectSubject, placesOf, type PackSource } from './collect-subject';
import { containerPieces, type Member } from './container';
import { factsOf } from './facts';
import { made, manifestBytes, type Manifest } from './manifest';
import { deflated, type ManifestMember, type PackFile } from './pack-member';
import { limits } from './limits';
import type { Signer } from './signer';
import { draftNote, verifyPage } from './verify-page';

const raise = errorsOf(packErrors);

export interface PackOptions {
  kind: Manifest['kind'];
  signer?: Signer;
  /** Bytes of the sign-off. */
  signOff?: Buffer;
  /** Of the files that stay out by themselves, those that a person has released. */
  released?: readonly Found[];
  /** Further files of the folder that do not go in, with the reason. */
  leftOut?: Manifest['leftOut'];
  /** Makes pages to read the pack by; told what takes weight from it, for the top of each. */
  pages?(notes: readonly string[]): Iterable<{ name: string; text: string }>;
  /** Told every file before anything is written. */
  scan(files: Iterable<PackFile>): SecretFinding[];
  onProgress?(text: string): void;
}

export interface BuiltPack {
  manifest: Manifest;
  manifestSha256: string;
  /** Bytes of the whole pack. */
  size: number;
  pieces(): Generator<Buffer>;
}

/**
 * Makes a pack in memory: the same files give the same bytes, wherever and whenever. What is inflated is in memory one
 * file at a time.
 * @throws QualifyError PACK_SECRET_FOUND, PACK_FILE_UNPACKABLE, PACK_RULES_UNREADABLE
 */
export function buildPack(source: PackSource, options: PackOptions): BuiltPack {
  const { kind, signer, scan, onProgress, released = [] } = options;
  const collected = collectSubject(source);
  const files = [...collected.files, ...released];
  const leftOut = collected.leftOut.filter(({ name }) => !released.some((one) => one.name === name));
  checkNames(files.map(({ name }) => name));
  const facts = factsOf(source.subject, placesOf(source));
  const signedBy = signer ? { scheme: signer.scheme, certificate: signer.certificate } : null;
  const own: PackFile[] = [
    { name: made.page, bytes: Buffer.from(verifyPage({ ...facts, kind, signer: signedBy })) },
    ...(signer ? [{ name: made.signer, bytes: Buffer.from(signer.pem) }] : []),
    ...(options.signOff ? [{ name: made.signOff, bytes: options.signOff }] : []),
  ];
  const packed: { member: Member; entry: ManifestMember }[] = [];
  const found = scan(
    (function* () {
      for (const file of inTurn(own, read(files), pagesOf(options, signedBy))) {
        packed.push(deflated(file));
        if (packed.length % 25 === 0) onProgress?.(`packed ${packed.length} files`);
        yield file;
      }
    })(),
  );
  const told = found.map(
    ({ file, member, what }) => `  ${member === undefined ? file : `${file}, ${member}`}: ${what}`,
  );
  if (found.length > 0) throw raise('PACK_SECRET_FOUND', { list: told.slice(0, 20).join('\n') }, source.folder);
  const entries = packed.map(({ entry }) => entry);
  checkPages(entries, own);
  checkUnchanged(facts.runs, entries, source);
  const left = [...leftOut, ...(options.leftOut ?? [])];
  const manifest: Manifest = { schema: 1, kind, signer: signedBy, ...facts, leftOut: left, members: entries };
  const bytes = manifestBytes(manifest);
  const members = [...packed.map(({ member }) => member), ...closing(manifest, bytes, signer)];
  const size = [...containerPieces(members)].reduce((sum, piece) => sum + piece.bytes.length, 0);
  checkSize(members, size);
  return {
    manifest,
    manifestSha256: sha256(bytes),
    size,
    *pieces() {
      for (const piece of containerPieces(members)) yield piece.bytes;
    },
  };
}

function* inTurn(...all: Iterable<PackFile>[]): Generator<PackFile> {
  for (const files of all) yield* files;
}

function* pagesOf({ kind, pages }: PackOptions, signer: Manifest['signer']): Generator<PackFile> {
  for (const { name, text } of pages?.(draftNote({ kind, signer })) ?? []) yield { name, bytes: Buffer.from(text) };
}

/** The names of pages are known once they are made. */
function checkPages(entries: readonly ManifestMember[], own: readonly PackFile[]): void {
  const ours = new Set(own.map(({ name }) => name));
  checkNames(entries.map(({ name }) => name).filter((name) => !ours.has(name)));
}

function* read(files: readonly Found[]): Generator<PackFile> {
  for (const { name, file } of files) yield { name, bytes: readFileSync(file) };
}

/** Verdicts that were read are those that were packed. */
function checkUnchanged(runs: Manifest['runs'], entries: readonly ManifestMember[], { folder }: PackSource): void {
  for (const run of runs) {
    const name = `${run.folder}verdicts.json`;
    if (entries.find((one) => one.name === name)?.sha256 === run.verdicts) continue;
    throw raise('PACK_FILE_UNPACKABLE', { name, problem: 'it changed while it was packed' }, folder);
  }
}

function checkSize(members: readonly Member[], size: number): void {
  const total = members.reduce((sum, one) => sum + one.size, 0);
  const largest = [...members].sort((a, b) => b.size - a.size)[0]!;
  if (total <= limits.total && size <= limits.pack) return;
  const problem = `${count(members.length, 'file')} together have ${total} bytes, more than ${limits.total}`;
  throw raise('PACK_FILE_UNPACKABLE', { name: largest.name, problem }, largest.name);
}
