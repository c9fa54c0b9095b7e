import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type * as Yaml from 'yaml';
import { nearest } from '../../errors';
import { readJson } from './json-text';
import { maxBytes, maxFiles, megabytes } from './limits';
import { raise } from './raise';
import { readYaml } from './yaml-text';

const formats: Record<string, 'JSON' | 'YAML'> = { '.json': 'JSON', '.yaml': 'YAML', '.yml': 'YAML' };
const formatOf = (file: string) => formats[extname(file).toLowerCase()];

/** The files of one specification on disk, each read once, and only when it is needed. */
export class SpecFiles {
  /** Name of the file that was given; undefined where it was a folder. */
  readonly given: string | undefined;
  private readonly folder: string;
  private readonly paths = new Map<string, string>();
  private readonly texts = new Map<string, string>();
  private readonly values = new Map<string, unknown>();
  private readonly hashes = new Map<string, string>();

  /** Raises RELEASE_PATH_MISSING, RELEASE_TOO_COMPLEX. */
  constructor(
    path: string,
    private readonly yaml: typeof Yaml,
  ) {
    const given = statSync(path, { throwIfNoEntry: false });
    if (!given) throw raise('RELEASE_PATH_MISSING', { path }, path);
    this.folder = given.isDirectory() ? resolve(path) : dirname(resolve(path));
    // Files beside a single file are there to be referred to; its subfolders are not.
    for (const file of list(this.folder, given.isDirectory(), path)) this.paths.set(this.nameOf(file), file);
    this.given = given.isDirectory() ? undefined : basename(path);
    if (this.given !== undefined) this.paths.set(this.given, resolve(path));
  }

  /** Where events are looked for: every file of the folder, or the one that was given with all that it refers to. */
  roots(): string[] {
    if (this.given === undefined) return [...this.paths.keys()];
    const found = new Set([this.given]);
    for (const name of found) for (const address of addressesIn(this.text(name))) this.add(address, name, found);
    return [...found];
  }

  private add(address: string, from: string, found: Set<string>): void {
    const name = this.find(address, from);
    if (name !== undefined) found.add(name);
  }

  /** Bytes as text. Raises RELEASE_FILE_TOO_LARGE. */
  text(name: string): string {
    let text = this.texts.get(name);
    if (text === undefined) {
      const path = this.paths.get(name)!;
      const limit = maxBytes[formatOf(path) ?? 'YAML'];
      const { size } = statSync(path);
      const sizes = { size: megabytes(size), limit: megabytes(limit) };
      if (size > limit) throw raise('RELEASE_FILE_TOO_LARGE', { file: name, ...sizes }, path);
      const bytes = readFileSync(path);
      this.hashes.set(name, createHash('sha256').update(bytes).digest('hex'));
      this.texts.set(name, (text = bytes.toString('utf8').replace(/^\uFEFF/, '')));
    }
    return text;
  }

  /** What the file holds. Raises the errors of readJson and readYaml. */
  value(name: string): unknown {
    if (!this.values.has(name)) {
      const text = this.text(name);
      const json = formatOf(this.paths.get(name)!) === 'JSON' || /^\s*\{/.test(text);
      this.values.set(name, json ? readJson(text, name) : readYaml(text, name, this.yaml));
      this.texts.delete(name);
    }
    return this.values.get(name);
  }

  /** Name of the file that an address means: by its last part that is one. Raises RELEASE_REFERENCE_FILE_MISSING. */
  named(address: string, from: string): string {
    const found = this.find(address, from);
    if (found !== undefined) return found;
    const names = [...this.paths.keys()].map((name) => basename(name));
    const candidate = nearest(partsOf(address)[0]!, names) ?? 'none';
    throw raise('RELEASE_REFERENCE_FILE_MISSING', { file: from, reference: address, nearest: candidate }, from);
  }

  private find(address: string, from: string): string | undefined {
    const names = [...this.paths.keys()];
    for (const part of partsOf(address)) {
      const found = names.filter((name) => basename(name) === part || basename(name, extname(name)) === part);
      const beside = found.find((name) => dirname(name) === dirname(from));
      if (part && found.length) return beside ?? found[0]!;
    }
    return undefined;
  }

  /** SHA-256 of every file that was parsed, by name. */
  used(): { name: string; sha256: string }[] {
    return [...this.values.keys()].sort().map((name) => ({ name, sha256: this.hashes.get(name)! }));
  }

  private nameOf(path: string): string {
    return relative(this.folder, path).split(sep).join('/');
  }
}

/** Addresses of other files that a text refers to. */
function addressesIn(text: string): Set<string> {
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  const found = lines.flatMap((line) => [...line.matchAll(/\$ref["']?\s*:\s*["']?([^\s"',}#]+)#/g)]);
  return new Set(found.map((match) => match[1]!));
}

/** Parts of an address, the last first. */
const partsOf = (address: string) =>
  decoded(address.replace(/[?#].*$/, ''))
    .split('/')
    .reverse();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function list(folder: string, below: boolean, given: string, found: string[] = []): string[] {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && below && !/^\.|^node_modules$/.test(entry.name)) list(path, below, given, found);
    else if (formatOf(entry.name) && statSync(path, { throwIfNoEntry: false })?.isFile()) found.push(path);
    if (found.length > maxFiles)
      throw raise('RELEASE_TOO_COMPLEX', { file: given, what: `over ${maxFiles} files` }, given);
  }
  return found;
}
