import { readFileSync } from 'node:fs';
import { sha256 } from '../text';
import type { Found } from './collect';
import type { SignOff } from './sign-off';

/**
 * The pictures and other attachments that a sign-off lets into the pack, and what is wrong with those that it names: a
 * person releases what he has looked at, so its bytes must be the same. `withheld`: what stays out without that.
 */
export function releasedFiles(
  withheld: readonly Found[],
  { released = [] }: Pick<SignOff, 'released'>,
): { files: Found[]; problems: string[] } {
  const files: Found[] = [];
  const problems: string[] = [];
  for (const { file: name, sha256: sum } of released) {
    const found = withheld.find((one) => one.name === name);
    const actual = found && sha256(readFileSync(found.file));
    if (!found) problems.push(`it releases ${name}, which is no file that waits for a release`);
    else if (actual !== sum) problems.push(`it releases another ${name}: the SHA-256 of this one is ${actual}`);
    else files.push(found);
  }
  return { files, problems };
}
