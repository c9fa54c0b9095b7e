import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { errorsOf, packErrors } from '../errors';
import { writeWhole, type BuiltPack, type PackSource } from '../evidence';

const raise = errorsOf(packErrors);

/** Writes a pack, whole or not at all; beside the folder of its subject unless a file is named. QualifyError PACK_UNWRITABLE. */
export async function writePack(
  { manifest, pieces }: BuiltPack,
  { folder, subject }: PackSource,
  out: string | undefined,
): Promise<{ file: string; sha256: string }> {
  const file = out === undefined ? join(dirname(folder), `${subject.name}-${manifest.kind}.zip`) : resolve(out);
  const hash = createHash('sha256');
  const hashed = function* () {
    for (const piece of pieces()) {
      hash.update(piece);
      yield piece;
    }
  };
  try {
    await writeWhole(file, hashed());
  } catch (error) {
    throw raise('PACK_UNWRITABLE', { file, detail: (error as NodeJS.ErrnoException).code ?? 'unknown' }, file, error);
  }
  return { file, sha256: hash.digest('hex') };
}
