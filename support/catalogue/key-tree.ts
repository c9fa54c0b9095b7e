import { z } from 'zod';
import type { JsonSchema } from './json-schema';

/** The keys that may stand in a place of a message, and what may stand below each. */
export interface KeyTree {
  below: ReadonlyMap<string, KeyTree>;
  /** Published name by name in lower case. */
  lower: ReadonlyMap<string, string>;
  required: readonly string[];
}

type Pair = readonly [name: string, below: KeyTree];

const treeOf = (pairs: readonly Pair[], required: readonly string[]): KeyTree => ({
  below: new Map(pairs),
  lower: new Map(pairs.map(([name]) => [name.toLowerCase(), name])),
  required,
});

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
  const pairs = Object.entries(schema.properties).map(([name, inner]): Pair => [name, grow(inner)]);
  return treeOf(pairs, schema.required ?? []);
}

const schemaTrees = new WeakMap<z.ZodType, KeyTree>();

/** The tree of a schema of ours, which to describe as JSON Schema takes far longer; the same tree. */
export function schemaTree(schema: z.ZodType): KeyTree {
  let tree = schemaTrees.get(schema);
  if (!tree) schemaTrees.set(schema, (tree = growSchema(schema)));
  return tree;
}

function growSchema(schema: z.ZodType): KeyTree {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return schemaTree(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return schemaTree(schema.element as z.ZodType);
  if (!(schema instanceof z.ZodObject)) return leaf;
  const shape = Object.entries(schema.shape as Record<string, z.ZodType>);
  const required = shape.filter(([, inner]) => !inner.isOptional()).map(([name]) => name);
  return treeOf(
    shape.map(([name, inner]): Pair => [name, schemaTree(inner)]),
    required,
  );
}

/** The tree at a path of keys and indexes; the empty one where the path leaves the schema. */
export function treeAt(tree: KeyTree, path: readonly PropertyKey[]): KeyTree {
  return path.reduce<KeyTree>((at, key) => (typeof key === 'number' ? at : (at.below.get(String(key)) ?? leaf)), tree);
}
