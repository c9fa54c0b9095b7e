import { acts, type ActName } from './all';
import type { ActDefinition } from './definition';

/** Words of steps and the acts that they mean, the longest words first. */
export function phrasesOf<N extends string>(table: Record<N, ActDefinition>): [words: string, act: N][] {
  return (Object.keys(table) as N[])
    .flatMap((name): [string, N][] => {
      const { says } = table[name];
      return says === undefined ? [] : [[says, name]];
    })
    .sort(([a], [b]) => b.length - a.length);
}

/** Words of steps → the act that they mean. */
export const actPhrases: ReadonlyMap<string, ActName> = new Map(phrasesOf<ActName>(acts));

/** Pattern of the words of all acts. */
export const actPattern = new RegExp([...actPhrases.keys()].map(escaped).join('|'));

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
