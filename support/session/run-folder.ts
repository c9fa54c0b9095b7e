import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorsOf, sessionErrors } from '../errors';

const raise = errorsOf(sessionErrors);

export interface RunFolder {
  /** `20270622-101500-PIT-0a1b`. */
  run: string;
  folder: string;
}

/** Makes the folder of a run below `out`, and names it in latest.txt. */
export async function makeRunFolder(out: string, stage: string, now: Date): Promise<RunFolder> {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const run = `${stamp}-${stage}-${randomBytes(2).toString('hex')}`;
  const folder = join(resolve(out), run);
  try {
    await mkdir(join(folder, 'diagrams'), { recursive: true });
    await writeFile(join(out, 'latest.txt'), `${run}\n`);
  } catch (error) {
    throw raise('FOLDER_NOT_WRITABLE', { problem: (error as Error).message }, out);
  }
  return { run, folder };
}
