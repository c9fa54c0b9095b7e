import path from 'node:path';
import { errorsOf, redactionErrors } from '../../errors';

const raise = errorsOf(redactionErrors);

/** The state folder; with a run, where the originals of that run are kept. QualifyError REDACTION_NO_STATE_FOLDER. */
export function placeFor(stateFolder: string | undefined, run?: string): string {
  if (stateFolder === undefined) throw raise('REDACTION_NO_STATE_FOLDER');
  return run === undefined ? stateFolder : path.join(stateFolder, 'originals', run);
}
