import type { JsonSchema } from '../json-schema';
import { isObject } from '../plain';
import { dotted } from '../problems';
import { open } from '../samples/schema';
import { type Keys, withoutKey, withValue } from './copy';
import { wrongValues } from './values';

/** A message in which one constraint is broken. */
export interface Break {
  /** Where a judge must find it, as problems write paths. */
  path: string;
  /** `longer than 13`, `required, and missing` */
  what: string;
  /** Shares with the original what is not broken: change neither. */
  message: unknown;
}

/** A key that no release has. */
const foreign = 'unheardOf';

/**
 * Copies of a valid message, each with exactly one constraint of its schema broken: a key that is not listed, a required
 * one that is missing, null, another type, a length, a pattern, a value that is not listed, a number out of range. Where
 * a pattern says the length too, both break together. Of a long list the first and the last entry stand for all.
 */
export function breaksOf(schema: JsonSchema, message: unknown): Break[] {
  return breaksAt({ message, found: [] }, schema, message, []);
}

interface Search {
  message: unknown;
  found: Break[];
}

function breaksAt(search: Search, node: JsonSchema, value: unknown, keys: Keys): Break[] {
  const { schema, nullable } = open(node);
  const add = (what: string, at: Keys, message: unknown) => search.found.push({ path: dotted(at), what, message });
  if (!nullable) add('null', keys, withValue(search.message, keys, null));
  for (const wrong of wrongValues(schema, value)) add(wrong.what, keys, withValue(search.message, keys, wrong.value));
  if (schema.properties && isObject(value)) {
    const { additionalProperties, properties, required = [] } = schema;
    if (additionalProperties === false) {
      add('a key that is not listed', [...keys, foreign], withValue(search.message, [...keys, foreign], 1));
    }
    for (const name of required)
      add('required, and missing', [...keys, name], withoutKey(search.message, [...keys, name]));
    for (const [name, inner] of Object.entries(value)) {
      if (properties && name in properties) breaksAt(search, properties[name]!, inner, [...keys, name]);
    }
  }
  if (schema.items && Array.isArray(value)) {
    for (const index of new Set([0, value.length - 1].filter((one) => one >= 0))) {
      breaksAt(search, schema.items, value[index], [...keys, index]);
    }
  }
  return search.found;
}
