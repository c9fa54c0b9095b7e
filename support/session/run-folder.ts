import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { errorsOf, sessionErrors } from '../errors';
import { appendChained, readChain } from '../ledger';

const raise = errorsOf(sessionErrors);

export interface RunFolder {
  /** `20270622-101500-PIT-0a1b`. */
  run: string;
  folder: string;
}

/** What runs.ndjson says of a run before its first message. */
export interface BegunRun {
  stage: string;
  release: string;
  participant: string;
}

const anyLine = z.object({ seq: z.number(), prev: z.string() });

/**
 * Makes the folder of a run below `out`, names it in latest.txt, and notes it in runs.ndjson, whose lines are chained:
 * a run that is taken away later leaves a gap.
 */
export async function makeRunFolder(out: string, about: BegunRun, now: Date): Promise<RunFolder> {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const run = `${stamp}-${about.stage}-${randomBytes(2).toString('hex')}`;
  const folder = join(resolve(out), run);
  try {
    await mkdir(join(folder, 'diagrams'), { recursive: true });
    await writeFile(join(out, 'latest.txt'), `${run}\n`);
    const record = join(out, 'runs.ndjson');
    appendChained(record, readChain(record, anyLine), { at: now.toISOString(), run, ...about });
  } catch (error) {
    throw raise('FOLDER_NOT_WRITABLE', { problem: (error as Error).message }, out);
  }
  return { run, folder };
}
