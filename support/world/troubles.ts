/** How the DIP spoils a copy of a publication, in the words of a feature. */
export const spoilings = {
  'a broken schema': 'broken-schema',
  'a wrong signature': 'wrong-signature',
  'a foreign environment tag': 'foreign-environment',
  'a body that was changed after signing': 'corrupt-body',
  'the certificate of a stranger': 'wrong-certificate',
  'an expired certificate': 'expired-certificate',
} as const;

export type Spoiling = (typeof spoilings)[keyof typeof spoilings];

/** How else the DIP delivers a publication, in the words that follow its recipient. */
export const manners = {
  twice: 'duplicate',
  'as a replay': 'as-replay',
  'and replay it': 'and-replay',
  'after a later one': 'reorder',
  'while it is away': 'drop',
  'over a connection that breaks': 'reset',
  'with other white space': 'white-space',
  'with null wherever it may stand': 'with-nulls',
  'in a body of more than 100 kB': 'large-body',
  'in a body of more than 100 kB, asking first whether it may': 'large-body-expect',
} as const;

export type Manner = (typeof manners)[keyof typeof manners];

/** What becomes of a submission. */
export type Reception = 'unavailable' | 'lose-answer' | 'unresolved' | 'answer';

/** Words of a table as one pattern, in which none of them hides a longer one. */
export function anyOf(words: Readonly<Record<string, string>>): RegExp {
  return new RegExp(
    Object.keys(words)
      .sort((a, b) => b.length - a.length)
      .join('|'),
  );
}

/** What the words of such a table mean. */
export function meaning<W extends Readonly<Record<string, string>>>(words: W, text: string): W[keyof W] | undefined {
  return Object.hasOwn(words, text) ? words[text as keyof W] : undefined;
}
