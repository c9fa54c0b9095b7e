/**
 * The same function, which keeps its latest answers: at most `most`, the eldest goes first. For what depends on nothing but
 * its arguments; what it throws is not kept.
 */
export function remembered<A extends readonly (string | number)[], T>(
  answer: (...args: A) => T,
  most = 1000,
): (...args: A) => T {
  const known = new Map<string, T>();
  return (...args) => {
    const key = args.join('\n');
    const kept = known.get(key);
    if (kept !== undefined || known.has(key)) return kept as T;
    const made = answer(...args);
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(key, made);
    return made;
  };
}
