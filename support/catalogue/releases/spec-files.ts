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
  /** Where events are looked for: the file that was given, or every file of the folder. */
  readonly roots: string[];
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
    if (!given.isDirectory()) this.paths.set(basename(path), resolve(path));
    this.roots = given.isDirectory() ? [...this.paths.keys()] : [basename(path)];
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
    const parts = decoded(address.replace(/[?#].*$/, ''))
      .split('/')
      .reverse();
    const names = [...this.paths.keys()];
    for (const part of parts) {
      const found = names.filter((name) => basename(name) === part || basename(name, extname(name)) === part);
      const beside = found.find((name) => dirname(name) === dirname(from));
      if (part && found.length) return beside ?? found[0]!;
    }
    const candidate =
      nearest(
        parts[0]!,
        names.map((name) => basename(name)),
      ) ?? 'none';
    throw raise('RELEASE_REFERENCE_FILE_MISSING', { file: from, reference: address, nearest: candidate }, from);
  }

  /** SHA-256 of every file that was parsed, by name. */
  used(): { name: string; sha256: string }[] {
    return [...this.values.keys()].sort().map((name) => ({ name, sha256: this.hashes.get(name)! }));
  }

  private nameOf(path: string): string {
    return relative(this.folder, path).split(sep).join('/');
  }
}

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
