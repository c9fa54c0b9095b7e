import type { JsonSchema } from '../json-schema';
import { enumeratedValues } from '../values';
import { itemsOfKey, itemWords } from './item-words';
import { type ListLimits, schemaWords, unwrapped } from './schema-words';

/** One key of a block: a data item, or a block inside. */
export interface Field {
  name: string;
  required: boolean;
  /** The value may be null; of a list, each of its values. */
  nullable: boolean;
  list?: ListLimits;
  /** What a value looks like. */
  words: string;
  /** `DI-063`; more than one where items share a name and a type. */
  numbers: string[];
  /** Each value that may be, with what it means where that is known. */
  values?: Record<string, string>;
  /** Keys inside, of a block. */
  fields?: Field[];
  /** The release leaves the block open: further keys pass. */
  open?: true;
}

/** The keys of an object, in the order of the release. */
export function fieldsOf(schema: JsonSchema): Field[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).map(([name, inner]) => fieldOf(name, inner, required.has(name)));
}

export function fieldOf(name: string, whole: JsonSchema, required: boolean): Field {
  const { schema, nullable, list } = unwrapped(whole);
  const shared = { name, required, nullable, ...(list && { list }) };
  if (schema.properties) {
    const open = schema.additionalProperties !== false;
    return { ...shared, words: 'a block', numbers: [], fields: fieldsOf(schema), ...(open && { open: true as const }) };
  }
  const { items, same } = itemsOfKey(name, whole);
  const words = (same && items[0] && itemWords(items[0])) || schemaWords(schema);
  const meanings = enumeratedValues[name] ?? {};
  const values = schema.enum?.map((value) => [String(value), meanings[String(value)] ?? '']);
  return {
    ...shared,
    words: values ? 'one of the values below' : words,
    numbers: items.map(({ number }) => number),
    ...(values && { values: Object.fromEntries(values) as Record<string, string> }),
  };
}
