import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file piece by piece, each taken when the one before it is written. It appears under its name when it is
 * whole; one of that name stays as it was when a piece or the disk fails.
 */
export async function writeWhole(
  file: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Buffer>,
): Promise<void> {
  const draft = `${file}.part`;
  try {
    await writeFile(draft, pieces);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
