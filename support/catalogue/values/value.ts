/** What one value of an enumerated item means, in our words. */
export interface ValueMeaning {
  meaning: string;
  /** Stated where the release says it beside the value; else read from its name or from market usage. */
  basis: 'stated' | 'inferred';
}

export type ValueTable = Record<string, Record<string, ValueMeaning>>;

const withBasis = (basis: ValueMeaning['basis']) => (meanings: Record<string, string>) =>
  Object.fromEntries(Object.entries(meanings).map(([value, meaning]) => [value, { meaning, basis }]));

/** Meanings that the release itself gives. */
export const stated = withBasis('stated');

/** Meanings that it does not give. */
export const inferred = withBasis('inferred');

/** Stands for a value that the DIP hides from a recipient. */
export const masked = stated({ x: 'hidden from this recipient' });
