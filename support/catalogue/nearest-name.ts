import { nearest } from '../errors';

/** `B905List`, `M0`: names in which a letter more or less names something else altogether. */
const blockName = /^[A-Z]\d{1,3}/i;
/** `IF-031`, `REP-002A`: names that are all number. */
const numbered = /^(IF|REP)[- ]?(\d+)([A-Z]?)$/i;

/**
 * The name that was probably meant; of equally near ones the first. A block is only offered for its own number (`B905`
 * means `B905List`), an interface for its own digits (`IF-31` and `IF-310` mean `IF-031`).
 */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const same = names.find((name) => name.toLowerCase() === lower);
  if (same !== undefined) return same;
  if (numbered.test(word)) return names.find((name) => number(name) === number(word)) ?? zerosMoved(word, names);
  if (!blockName.test(word)) return holding(lower, names) ?? nearest(word, names);
  const own = blockName.exec(word)![0].toLowerCase();
  return names.find((name) => blockName.exec(name)?.[0].toLowerCase() === own);
}

/** Of a part of a name that is long enough to be one, the whole name. */
function holding(lower: string, names: readonly string[]): string | undefined {
  if (lower.length < 5) return undefined;
  const fits = [
    (name: string) => name.endsWith(lower),
    (name: string) => name.startsWith(lower),
    (name: string) => name.includes(lower),
  ];
  return fits.flatMap((fit) => names.find((name) => fit(name.toLowerCase())) ?? [])[0];
}

/** `IF31` for `IF-031`. */
function number(name: string): string | undefined {
  const [, kind, digits, letter] = numbered.exec(name) ?? [];
  return kind === undefined ? undefined : `${kind}${Number(digits)}${letter}`.toUpperCase();
}

/** One digit fits too many names. */
function zerosMoved(word: string, names: readonly string[]): string | undefined {
  const without = (name: string) => number(name)?.replaceAll('0', '');
  const wanted = without(word)!;
  return /\d\d/.test(wanted) ? names.find((name) => without(name) === wanted) : undefined;
}
