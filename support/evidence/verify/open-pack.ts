import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { errorsOf, packErrors } from '../../errors';
import { limits } from '../pack/limits';
import { manifestSchema, outside, type Manifest } from '../pack/manifest';
import { inflated } from './inflate';
import { readContainer, type Container } from './read-container';

const raise = errorsOf(packErrors);

/** A pack whose members can be read. Whether they are as they were packed, `verifyPack` says. */
export interface OpenedPack {
  file: string;
  container: Container;
  /** Undefined where manifest.json is absent or is none. */
  manifest?: Manifest;
  /** Names of all members, sorted. */
  names: readonly string[];
  /** Bytes of a member when inflated, as declared; undefined where there is none of that name. */
  sizeOf(name: string): number | undefined;
  /**
   * Content of a member, inflated with each call; undefined where there is none of that name.
   * @throws QualifyError PACK_UNREADABLE for one that is damaged
   */
  read(name: string): Buffer | undefined;
}

/**
 * Opens a pack: data only, nothing of it is executed or written anywhere.
 * @throws QualifyError PACK_UNREADABLE, PACK_UNSAFE
 */
export function openPack(file: string): OpenedPack {
  const container = readContainer(readBounded(file), file);
  const entries = new Map(container.entries.map((entry) => [entry.name, entry]));
  const read = (name: string) => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const content = inflated(container, entry);
    if (Buffer.isBuffer(content)) return content;
    throw raise('PACK_UNREADABLE', { file, problem: `member ${name}: ${content.problem}` }, file);
  };
  const manifest = manifestOf(
    entries.has(outside.manifest) ? inflated(container, entries.get(outside.manifest)!) : null,
  );
  return {
    file,
    container,
    ...(manifest ? { manifest } : {}),
    names: [...entries.keys()].sort(),
    sizeOf: (name) => entries.get(name)?.size,
    read,
  };
}

function manifestOf(content: Buffer | object | null): Manifest | undefined {
  if (!Buffer.isBuffer(content)) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(content.toString('utf8')));
  } catch {
    return undefined;
  }
}

function readBounded(file: string): Buffer {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    throw raise(
      'PACK_UNREADABLE',
      { file, problem: (error as NodeJS.ErrnoException).code ?? 'it cannot be opened' },
      file,
    );
  }
  try {
    const { size } = fstatSync(descriptor);
    if (!fstatSync(descriptor).isFile()) throw raise('PACK_UNREADABLE', { file, problem: 'it is no file' }, file);
    if (size > limits.pack)
      throw raise('PACK_UNSAFE', { file, problem: `it has ${size} bytes, more than ${limits.pack}` }, file);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
