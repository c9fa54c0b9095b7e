import type { JsonSchema } from './json-schema';

/** The keys that may stand in a place of a message, and what may stand below each. */
export interface KeyTree {
  below: ReadonlyMap<string, KeyTree>;
  /** Published name by name in lower case. */
  lower: ReadonlyMap<string, string>;
  required: readonly string[];
}

const leaf: KeyTree = { below: new Map(), lower: new Map(), required: [] };
const trees = new WeakMap<JsonSchema, KeyTree>();

/** The tree of a schema, made when it is first asked for. A list has the tree of what it holds. */
export function keyTree(schema: JsonSchema): KeyTree {
  let tree = trees.get(schema);
  if (!tree) trees.set(schema, (tree = grow(schema)));
  return tree;
}

function grow(schema: JsonSchema): KeyTree {
  if (schema.items) return grow(schema.items);
  const given = schema.anyOf?.find((one) => one.type !== 'null');
  if (given) return grow(given);
  if (!schema.properties) return leaf;
  const pairs = Object.entries(schema.properties);
  return {
    below: new Map(pairs.map(([name, inner]) => [name, grow(inner)])),
    lower: new Map(pairs.map(([name]) => [name.toLowerCase(), name])),
    required: schema.required ?? [],
  };
}

/** The tree at a path of keys and indexes; the empty one where the path leaves the schema. */
export function treeAt(tree: KeyTree, path: readonly PropertyKey[]): KeyTree {
  return path.reduce<KeyTree>((at, key) => (typeof key === 'number' ? at : (at.below.get(String(key)) ?? leaf)), tree);
}
