import { z } from 'zod';
import { type ItemName, items } from './items';

type Shape<N extends ItemName> = { [K in N]: (typeof items)[K]['type'] };

const shape = <N extends ItemName>(names: N[]) =>
  Object.fromEntries(names.map((name) => [name, items[name].type])) as Shape<N>;

/** A block in which every item named must be, null only where the item allows it, and no other may. */
export const block = <N extends ItemName>(...names: N[]) => z.strictObject(shape(names));

/** A block that the release leaves open: further keys pass. */
export const openBlock = <N extends ItemName>(...names: N[]) => z.looseObject(shape(names));

/** A list that may be left out; where it is, it holds one at least. */
export const someOf = <T extends z.ZodType>(of: T) => of.array().min(1, { error: 'a list of at least 1' }).optional();
