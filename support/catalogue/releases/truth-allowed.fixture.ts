import { withValue } from '../breaks/copy';
import type { JsonSchema } from '../json-schema';
import { isObject } from '../plain';
import { open } from '../samples/schema';

type Keys = readonly (string | number)[];

/** Copies of a message with each value that a list allows, and with the shortest and longest text, at each place. */
export function* allowed(node: JsonSchema, message: unknown): Generator<unknown> {
  for (const [keys, value] of valuesAt(node, message, [])) yield withValue(message, keys, value);
}

function* valuesAt(node: JsonSchema, value: unknown, keys: Keys): Generator<[Keys, unknown]> {
  const { schema } = open(node);
  for (const one of schema.enum ?? texts(schema, value)) yield [keys, one];
  if (isObject(value)) {
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      if (name in value) yield* valuesAt(inner, (value as Record<string, unknown>)[name], [...keys, name]);
    }
  }
  // The first entry of a list stands for all.
  if (schema.items && Array.isArray(value) && value.length > 0) yield* valuesAt(schema.items, value[0], [...keys, 0]);
}

function texts({ type, minLength = 0, maxLength }: JsonSchema, value: unknown): string[] {
  const given = typeof value === 'string' ? value : '';
  return type === 'string' && maxLength !== undefined
    ? [given.slice(0, minLength), given.slice(0, maxLength).padEnd(maxLength, given.at(-1) ?? 'X')]
    : [];
}
