import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

export type Environment = Record<string, string | undefined>;

/** The full path of a program on the PATH, or undefined. Starts no process. */
export function which(
  program: string,
  env: Environment = process.env,
  platform = process.platform,
): string | undefined {
  const endings = platform === 'win32' ? (env.PATHEXT ?? '.EXE;.CMD;.BAT').split(';') : [''];
  const delimiter = platform === 'win32' ? ';' : ':';
  return (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((dir) => endings.map((ending) => path.join(dir, program + ending)))
    .find(isFile);
}

/** The first program of the list that is on the PATH, or undefined. */
export function firstOf(programs: readonly string[], env: Environment = process.env): string | undefined {
  return programs.map((program) => which(program, env)).find((found) => found !== undefined);
}

export function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}
