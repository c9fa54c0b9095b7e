import type { Journal } from './journal';

/** Refused references that are remembered: a repeat comes soon or not at all. */
const mostRefused = 10_000;

/** What became of the sender unique references that were seen. */
export interface References {
  /** What became of an earlier submission with this reference. */
  seen(reference: string): 'accepted' | 'not-accepted' | undefined;
  /** They are being written down: nobody else may have them meanwhile. */
  take(references: readonly string[]): void;
  letGo(references: readonly string[]): void;
  refused(reference: string): void;
}

export function createReferences(journal: Pick<Journal, 'has'>): References {
  const inHand = new Set<string>();
  const refused = new Set<string>();
  return {
    seen(reference) {
      if (inHand.has(reference) || journal.has(reference)) return 'accepted';
      return refused.has(reference) ? 'not-accepted' : undefined;
    },
    take: (references) => references.forEach((one) => inHand.add(one)),
    letGo: (references) => references.forEach((one) => inHand.delete(one)),
    refused(reference) {
      refused.add(reference);
      if (refused.size <= mostRefused) return;
      const [oldest] = refused;
      refused.delete(oldest!);
    },
  };
}
