import { isAbsolute, relative } from 'node:path';
import type { RunOptions } from './options';

/**
 * The options of a run as its folder keeps them: files are named from there, since the folder is handed on and where it
 * lay on somebody's machine is nobody's business.
 */
export function portable(options: RunOptions, folder: string): RunOptions {
  const fromThere = (file: string | null) =>
    file !== null && isAbsolute(file) ? relative(folder, file).replaceAll('\\', '/') : file;
  const { participant, environment, assumptions } = options;
  return {
    ...options,
    participant: fromThere(participant),
    environment: fromThere(environment),
    assumptions: fromThere(assumptions),
    out: null,
  };
}
