/** Keys and indexes that lead to a place. */
export type Keys = readonly (string | number)[];

/** A copy in which one place has another value; all that is not on the way there is shared with the original. */
export function withValue(root: unknown, keys: Keys, value: unknown): unknown {
  const [first, ...rest] = keys;
  if (first === undefined) return value;
  const copy = copyOf(root);
  copy[first] = withValue(copy[first], rest, value);
  return copy;
}

/** The same without one key. */
export function withoutKey(root: unknown, keys: Keys): unknown {
  const [first, ...rest] = keys;
  const copy = copyOf(root);
  if (rest.length === 0) delete copy[first!];
  else copy[first!] = withoutKey(copy[first!], rest);
  return copy;
}

const copyOf = (of: unknown) =>
  (Array.isArray(of) ? [...(of as unknown[])] : { ...(of as object) }) as Record<string | number, unknown>;
