import { createRequire } from 'node:module';
import { errorsOf, packErrors } from '../../errors';
import { sha256 } from '../text';
import { crc32, type Member } from './container';
import { nameProblem, sizeProblem } from './limits';

const raise = errorsOf(packErrors);
const load = createRequire(__filename);

/** A file that goes into a pack. */
export interface PackFile {
  /** Inside the pack, with forward slashes. */
  name: string;
  bytes: Buffer;
}

/** What the manifest says of a member. `packed`: as it stands in the container. */
export interface ManifestMember {
  name: string;
  size: number;
  sha256: string;
  packed: { size: number; sha256: string };
}

/** Packs a file by fflate, whose output no version of Node changes. QualifyError PACK_FILE_UNPACKABLE. */
export function deflated({ name, bytes }: PackFile): { member: Member; entry: ManifestMember } {
  const { deflateSync } = load('fflate') as typeof import('fflate');
  // Without the options that depend on the size: the same level and memory for every member.
  const data = Buffer.from(deflateSync(bytes, { level: 6, mem: 8 }));
  const problem = nameProblem(name) ?? sizeProblem(bytes.length, data.length);
  if (problem) throw raise('PACK_FILE_UNPACKABLE', { name, problem }, name);
  const size = bytes.length;
  return {
    member: { name, crc: crc32(bytes), size, method: 'deflated', data },
    entry: { name, size, sha256: sha256(bytes), packed: { size: data.length, sha256: sha256(data) } },
  };
}

/** A member that is its own content: what the manifest cannot name, since it names or signs the manifest. */
export function stored({ name, bytes }: PackFile): Member {
  return { name, crc: crc32(bytes), size: bytes.length, method: 'stored', data: bytes };
}
