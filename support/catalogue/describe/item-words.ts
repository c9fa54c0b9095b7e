import { z } from 'zod';
import { type Item, items, wireName } from '../items';
import type { JsonSchema } from '../json-schema';
import { once } from '../once';
import { unwrapped } from './schema-words';

/** A data item of the bundled release. */
export interface NamedItem {
  /** On the wire. */
  name: string;
  number: string;
  item: Item;
}

const byName = once(() => {
  const found = new Map<string, NamedItem[]>();
  for (const [key, item] of Object.entries(items) as [string, Item][]) {
    const name = wireName(key);
    found.set(name, [...(found.get(name) ?? []), { name, number: item.number, item }]);
  }
  return found;
});

/** Every data item of the bundled release, in its order. */
export function allItems(): NamedItem[] {
  return [...byName().values()].flat();
}

const schemas = new WeakMap<Item, string>();

function schemaText(item: Item): string {
  let text = schemas.get(item);
  if (text === undefined) schemas.set(item, (text = textOf(z.toJSONSchema(item.type, { io: 'input' }) as JsonSchema)));
  return text;
}

/** Equal for equal schemas. */
const textOf = ({ $schema: _, ...schema }: JsonSchema) => JSON.stringify(schema);

/**
 * The items of the bundled release that a key of a message stands for: those of its name, and of these those of its
 * type where there are any. Two numbers may share a name.
 */
export function itemsOfKey(name: string, schema: JsonSchema): { items: NamedItem[]; same: boolean } {
  const named = byName().get(name) ?? [];
  const wanted = textOf(schema);
  const same = named.filter(({ item }) => schemaText(item) === wanted);
  if (same.length > 0) return { items: same, same: true };
  const mayBeNull = unwrapped(schema).nullable;
  const alike = named.filter(({ number }) => number.endsWith('N') === mayBeNull);
  return { items: alike.length > 0 ? alike : named, same: false };
}

/** What a value of the item looks like, in the words of its problems. */
export function itemWords({ item }: NamedItem): string | undefined {
  let type: z.ZodType = item.type;
  while (type instanceof z.ZodNullable || type instanceof z.ZodArray) {
    type = (type instanceof z.ZodArray ? type.element : type.unwrap()) as z.ZodType;
  }
  const message = type.safeParse(Symbol('nothing')).error?.issues[0]?.message;
  return message?.startsWith('Invalid') ? undefined : message;
}
