import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { errorsOf, packErrors } from '../../errors';
import { limits, nameKey } from './limits';
import { made, outside, type Manifest } from './manifest';

const raise = errorsOf(packErrors);

/** A file that is to go in: its name in the pack and where it is. */
export interface Found {
  name: string;
  file: string;
}

export interface Collected {
  files: Found[];
  leftOut: Manifest['leftOut'];
  /** Files of those left out, which a person may release. */
  withheld: Found[];
}

const texts = /\.(json|ndjson|ya?ml|html|xml|csv|md|txt|svg)$/i;
const documents = /\.(xlsx|pdf)$/i;
const pictures = /\.(png|jpe?g|gif|webp|webm|mp4|zip|gz)$/i;

const wholeFolders: Record<string, string> = {
  'allure-results': 'raw results, from which the Allure report is made',
};

/** The files of a folder that are evidence, and those that are not, with the reason. `prefix`: their folder in the pack. */
export function collect(folder: string, prefix = ''): Collected {
  const all: Collected = { files: [], leftOut: [], withheld: [] };
  walk(folder, '', (name, file) => {
    const reason = reasonToLeaveOut(name, file);
    const found = { name: prefix + name, file };
    if (reason === undefined) all.files.push(found);
    else if (reason !== '') all.leftOut.push({ name: found.name, reason });
    if (reason && lstatSync(file).isFile()) all.withheld.push(found);
    return reason === undefined;
  });
  return all;
}

/** Refuses names that the pack itself uses, and two that a system could take for one. QualifyError PACK_FILE_UNPACKABLE. */
export function checkNames(names: readonly string[]): void {
  const own = [...Object.values(outside), made.page, made.signer].map(nameKey);
  const seen = new Set<string>(own);
  for (const name of names) {
    const problem = own.includes(nameKey(name))
      ? 'the pack has a file of its own by that name'
      : 'another file has that name but for capital letters';
    if (seen.has(nameKey(name))) throw raise('PACK_FILE_UNPACKABLE', { name, problem }, name);
    seen.add(nameKey(name));
  }
  if (names.length + own.length <= limits.members) return;
  const problem = `there are more than ${limits.members} files`;
  throw raise('PACK_FILE_UNPACKABLE', { name: names.at(-1), problem });
}

/** Tells every entry of a folder, in the order of names; `visit` says whether to go into one that is a folder. */
function walk(root: string, inside: string, visit: (name: string, file: string) => boolean): void {
  const names = readdirSync(path.join(root, inside)).sort();
  for (const one of names) {
    const name = inside === '' ? one : `${inside}/${one}`;
    const file = path.join(root, inside, one);
    if (!lstatSync(file).isDirectory()) visit(name, file);
    else if (wholeFolders[name] !== undefined) visit(name, file);
    else if (!one.startsWith('.')) walk(root, name, visit);
  }
}

/** Why a file is no part of a pack; empty where nobody needs to be told; undefined for one that is. */
function reasonToLeaveOut(name: string, file: string): string | undefined {
  const own = wholeFolders[name];
  if (own !== undefined) return own;
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (base.startsWith('.') || base.endsWith('.part')) return '';
  if (!lstatSync(file).isFile()) return 'no regular file';
  if (texts.test(base) || documents.test(base)) return undefined;
  if (/\.log$/i.test(base)) return 'the log of a process: for finding faults, no evidence';
  if (pictures.test(base)) return 'a picture or archive: nobody has released it';
  return 'no kind of file that evidence is made of';
}
