import type { KeyTree } from './key-tree';
import { isObject, type Plain } from './plain';
import { eventDefinition, type Release, releaseInUse } from './release';

/**
 * A payload with its keys in the published case, and the paths of those that were written otherwise, as they were sent
 * (`CommonBlock.S1.SenderDipId`). The DIP does not enforce the case of keys on the way in; values stay as they are. Of
 * two keys that differ by case only, the wrong one stays for the schema to refuse. What needs no change is given
 * back as it is.
 */
export function publishedCase(
  payload: unknown,
  release: Release = releaseInUse(),
): { payload: unknown; differing: string[] } {
  const differing: string[] = [];
  const tree = treeOf(payload, release);
  const restored = differs(payload, tree) ? restore(payload, tree, '', differing) : payload;
  return { payload: restored, differing };
}

/** Whether any key might have to change: most messages end here, and nothing is made for them. */
function differs(value: unknown, tree: KeyTree): boolean {
  if (tree.lower.size === 0 || typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) if (differs(item, tree)) return true;
    return false;
  }
  // Every message comes through here: no list of its keys is made.
  for (const key in value) {
    const below = tree.below.get(key);
    if (below === undefined) {
      if (tree.lower.has(key.toLowerCase())) return true;
    } else if (below.lower.size > 0 && differs((value as Plain)[key], below)) return true;
  }
  return false;
}

function find(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const key = Object.keys(value).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

/** Of a payload whose event is not known, the keys of the common block. */
function treeOf(payload: unknown, release: Release): KeyTree {
  const header = find(find(payload, 'CommonBlock'), 'S0');
  // Anything may stand there, also an object that cannot become a text.
  const text = (name: string) => [find(header, name)].find((value) => typeof value === 'string') ?? '';
  const event = text('eventCode').replace(/^\[(.*)\]$/, '$1');
  const definition = eventDefinition(text('interfaceID'), event, release);
  if (definition) return release.keys(definition, 'ingress');
  return anyCommon(release);
}

const commons = new WeakMap<Release, KeyTree>();

function anyCommon(release: Release): KeyTree {
  let tree = commons.get(release);
  if (tree) return tree;
  const [first] = release.events;
  const whole = first ? release.keys(first, 'ingress') : undefined;
  const common = whole?.below.get('CommonBlock');
  tree = {
    below: new Map(common && [['CommonBlock', common]]),
    lower: whole?.lower ?? new Map(),
    required: [],
  };
  commons.set(release, tree);
  return tree;
}

function restore(value: unknown, tree: KeyTree, path: string, differing: string[]): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.map((item, i) => restore(item, tree, `${path}[${i}]`, differing));
  }
  if (!isObject(value) || tree.lower.size === 0) return value;
  const below = path ? `${path}.` : '';
  const taken = new Set<string>();
  const named = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const name = published(value, key, tree, taken);
    if (name !== key) {
      differing.push(below + key);
      taken.add(name);
    }
    return [name, inner];
  });
  const entries = named.map(([name, inner]): [string, unknown] => {
    const inside = tree.below.get(name);
    return [name, inside ? restore(inner, inside, below + name, differing) : inner];
  });
  return Object.fromEntries(entries);
}

function published(value: Plain, key: string, tree: KeyTree, taken: Set<string>): string {
  if (tree.below.has(key)) return key;
  const name = tree.lower.get(key.toLowerCase());
  return name === undefined || taken.has(name) || Object.hasOwn(value, name) ? key : name;
}
