import { QualifyError } from '../errors';
import { tellParent } from './parent';

/** Does a part of the work; a user's mistake ends the process before the run begins, in plain words. */
export async function guarded<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return refuse(error);
  }
}

/** Told to the parent, or on stderr, never as a stack trace. */
async function refuse(error: unknown): Promise<never> {
  if (!(error instanceof QualifyError)) throw error;
  const { code, kind, message, fix, place } = error;
  await tellParent({ kind: 'refused', code, blame: kind, message, fix, place: place ?? null });
  if (!process.send) process.stderr.write(`${code}: ${message}\n${place ? `  at   ${place}\n` : ''}  next ${fix}\n`);
  process.exit(kind === 'configuration' ? 2 : 3);
}
