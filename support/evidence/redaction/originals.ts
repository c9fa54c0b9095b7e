import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';

/** Whether an error says that there is no file of that name: nothing, or a folder. */
export const noFile = (error: unknown): boolean =>
  ['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** SHA-256 (hex) of a file; undefined where there is none. */
export async function fileSha256(file: string): Promise<string | undefined> {
  const whole = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) whole.update(chunk);
  } catch (error) {
    if (noFile(error)) return undefined;
    throw error;
  }
  return whole.digest('hex');
}

/**
 * Copies files of a run folder to where the originals are kept, readable by their owner only. What is there already
 * stays: of another run of that name, the file goes beside it with its hash behind its name.
 */
export async function keepOriginals(folder: string, names: readonly string[], place: string): Promise<void> {
  for (const name of names) {
    const from = path.join(folder, name);
    const sha256 = await fileSha256(from);
    const there = await fileSha256(path.join(place, name));
    if (there === sha256) continue;
    const to = path.join(place, there === undefined ? name : `${name}.${sha256!.slice(0, 8)}`);
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(from, `${to}.part`);
    await chmod(`${to}.part`, 0o600);
    await rename(`${to}.part`, to);
  }
}
