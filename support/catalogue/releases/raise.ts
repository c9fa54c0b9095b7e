import { errorsOf, releaseErrors } from '../../errors';

/** Raises the errors of this folder. */
export const raise = errorsOf(releaseErrors);

/** A value of a file in a few words, for a message. */
export function quoted(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
