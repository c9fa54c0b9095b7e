import { z } from 'zod';
import { type ItemName, items, type WireName, wireName } from './items';
import { once } from './once';

/** A block, a part of one or a list of them, assembled when it is first asked for. */
export type Block<T extends z.ZodType = z.ZodType> = () => T;

type Parts = Record<string, Block>;
type Shape<P extends Parts> = { [K in keyof P]: ReturnType<P[K]> };

const shape = <P extends Parts>(parts: P) =>
  Object.fromEntries(Object.entries(parts).map(([name, make]) => [name, make()])) as Shape<P>;

/** Items that must be, as parts of a block; null only where the item allows it. */
export function must<N extends ItemName>(...names: N[]) {
  const parts = names.map((name) => [wireName(name), () => items[name].type]);
  return Object.fromEntries(parts) as { [K in N as WireName<K>]: Block<(typeof items)[K]['type']> };
}

/** Items that may be left out, as parts of a block. */
export function may<N extends ItemName>(...names: N[]) {
  const parts = names.map((name) => [wireName(name), () => items[name].type.optional()]);
  return Object.fromEntries(parts) as { [K in N as WireName<K>]: Block<z.ZodOptional<(typeof items)[K]['type']>> };
}

/** A block of other blocks, lists and items; no other key may be. */
export const blockOf = <P extends Parts>(parts: P) => once(() => z.strictObject(shape(parts)));

/** A block that the release leaves open: further keys pass. */
export const openBlockOf = <P extends Parts>(parts: P) => once(() => z.looseObject(shape(parts)));

/** A block in which every item named must be, and no other may. */
export const block = <N extends ItemName>(...names: N[]) => blockOf(must(...names));

export const openBlock = <N extends ItemName>(...names: N[]) => openBlockOf(must(...names));

export const maybe = <T extends z.ZodType>(of: Block<T>) => once(() => of().optional());

interface Size {
  min?: number;
  max?: number;
}

const atLeast = ({ min }: Size) =>
  min === undefined ? [] : [z.minLength(min, { error: `a list of at least ${min}` })];
const atMost = ({ max }: Size) => (max === undefined ? [] : [z.maxLength(max, { error: `a list of at most ${max}` })]);

export const listOf = <T extends z.ZodType>(of: Block<T>, size: Size = {}): Block<z.ZodArray<T>> =>
  once(() => z.array(of()).check(...atLeast(size), ...atMost(size)));

/** A list that may be left out; where it is, it holds one at least. */
export const someOf = <T extends z.ZodType>(of: Block<T>) => maybe(listOf(of, { min: 1 }));

/** A list that may be left out, and may be empty. */
export const anyOf = <T extends z.ZodType>(of: Block<T>) => maybe(listOf(of));

/** The same blocks as schemas: each is assembled when its name is first used. */
export function onUse<P extends Parts>(parts: P) {
  const all = {};
  for (const [name, get] of Object.entries(parts)) Object.defineProperty(all, name, { enumerable: true, get });
  return all as { readonly [K in keyof P]: ReturnType<P[K]> };
}
