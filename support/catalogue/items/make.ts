import type { z } from 'zod';
import type { Type } from '../types';

/** Number in the published catalogue; N stands for a second form that may be null. */
export type ItemNumber = `DI-${number}` | `DI-${number}N`;

/** A data item of the release. Its type is assembled when it is first asked for. */
export class Item<T extends z.ZodType = z.ZodType> {
  constructor(
    readonly number: ItemNumber,
    private readonly make: Type<T>,
  ) {}

  get type(): T {
    return this.make();
  }
}

export function are<T extends z.ZodType, N extends Record<string, ItemNumber>>(type: Type<T>, numbers: N) {
  const named = Object.entries(numbers).map(([name, number]) => [name, new Item(number, type)]);
  return Object.fromEntries(named) as { [K in keyof N]: Item<T> };
}
