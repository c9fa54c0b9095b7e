import { type BlockNames, type EventDefinition, messageLabel } from './event';
import { type KeyTree, treeAt } from './key-tree';
import { nearestName } from './nearest-name';

/** What a payload is judged as, and what other messages there are. */
export interface Judged {
  definition: EventDefinition;
  events: readonly EventDefinition[];
  tree: KeyTree;
}

/** A key that the schema does not list. */
export interface UnknownKey {
  /** Where its object stands. */
  parents: readonly PropertyKey[];
  key: string;
  /** Keys that stand beside it. */
  beside: readonly string[];
  /** Its path in words. */
  path: string;
}

const roots = ['CommonBlock', 'CustomBlock'] as const;
const names = (blocks: BlockNames | undefined) => [...(blocks?.required ?? []), ...(blocks?.optional ?? [])];
const homeOf = (key: string, { common, custom }: EventDefinition) =>
  roots.find((root) => names(root === 'CommonBlock' ? common : custom).includes(key));

/** What to do about a key; undefined where there is nothing to suggest. */
export function unknownKeyText(unknown: UnknownKey, { definition, events, tree }: Judged): string | undefined {
  const { parents, key, beside, path } = unknown;
  const label = messageLabel(definition);
  const { below, required } = treeAt(tree, parents);
  // What is there under its own name was not misspelt.
  const isMissing = (name: string) => below.has(name) && !beside.includes(name);
  const missing = [...required.filter(isMissing), ...[...below.keys()].filter(isMissing)];
  const meant = nearestName(key, missing);
  const short = path.replace(/^(CommonBlock|CustomBlock)\./, '');
  if (meant !== undefined) return `${short} is not in ${label}; did you mean ${meant}?`;
  if (definition.kind === 'report' && parents.length === 0 && !roots.some((root) => below.has(root))) return undefined;
  const isBlockPlace = parents.length === 0 || (parents.length === 1 && roots.some((root) => root === parents[0]));
  if (!isBlockPlace) return undefined;
  const home = homeOf(key, definition);
  const here = parents.length === 0 ? 'at the top of the message' : `in ${String(parents[0])}`;
  if (home !== undefined) return home === parents[0] ? undefined : `${key} belongs in ${home}, not ${here}`;
  const owners = ownersOf(key, definition, events);
  return owners === undefined ? undefined : `${short} is not in ${label}; it belongs to ${owners}`;
}

/** The messages that carry a block: those of the same interface, else one of them. */
function ownersOf(key: string, { interface: own }: EventDefinition, events: readonly EventDefinition[]) {
  const owners = events.filter((event) => homeOf(key, event) !== undefined);
  const near = owners.filter((event) => event.interface === own);
  const [first] = near.length > 0 ? near : owners;
  if (!first) return undefined;
  if (near.length > 0 && near.length <= 3) return near.map(messageLabel).join(', ');
  const others = owners.length - 1;
  return others === 0 ? messageLabel(first) : `${messageLabel(first)} and ${others} other${others === 1 ? '' : 's'}`;
}
