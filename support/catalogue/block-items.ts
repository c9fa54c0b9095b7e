import type { EventDefinition } from './event';
import type { KeyTree } from './key-tree';
import { type Release, releaseInUse } from './release';

/** Names of the blocks of an event as the DIP publishes it: those of CommonBlock, then those of CustomBlock. */
export function blockNames({ common, custom }: EventDefinition): string[] {
  const { required, optional } = common;
  const header = [
    ...required,
    ...optional.filter((name) => name === 'D0'),
    ...optional.filter((name) => name !== 'D0'),
  ];
  // The shape of a report is not sent beside it.
  const own = custom ? [...custom.required, ...custom.optional.filter((name) => name !== 'schema')] : [];
  return [...header, ...own];
}

const below = (tree: KeyTree): string[] => [...tree.below].flatMap(([name, inner]) => [name, ...below(inner)]);

/** Names of the items of a block of an event, at any depth; a list has those of what it lists. */
export function itemNames(definition: EventDefinition, block: string, release: Release = releaseInUse()): string[] {
  const message = release.keys(definition, 'egress');
  const tree = [...message.below.values()].map((part) => part.below.get(block)).find((found) => found !== undefined);
  return tree ? [...new Set(below(tree))] : [];
}
