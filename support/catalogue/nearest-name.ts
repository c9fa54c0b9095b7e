import { nearest } from '../errors';

/** `B905List`, `M0`: names in which a letter more or less names something else altogether. */
const blockName = /^[A-Z]\d{1,3}/i;

/** The name that was probably meant. A block is only offered for its own number: `B905` means `B905List`. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  if (!blockName.test(word)) return nearest(word, names);
  const number = blockName.exec(word)![0].toLowerCase();
  return names.find((name) => blockName.exec(name)?.[0].toLowerCase() === number);
}
