import { consumptionValues } from './consumption-values';
import { marketValues } from './market-values';
import { meterValues } from './meter-values';
import { settlementValues } from './settlement-values';
import type { ValueMeaning, ValueTable } from './value';
import { visitValues } from './visit-values';

const tables: ValueTable = {
  ...marketValues,
  ...meterValues,
  ...visitValues,
  ...consumptionValues,
  ...settlementValues,
};

/** Every enumerated value list of the release: item name, value, what the value means. */
export const enumeratedValues: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(tables).map(([item, values]) => [
    item,
    Object.fromEntries(Object.entries(values).map(([value, { meaning }]) => [value, meaning])),
  ]),
);

const entry = (item: string, value: string): ValueMeaning | undefined =>
  Object.hasOwn(tables, item) && Object.hasOwn(tables[item]!, value) ? tables[item]![value] : undefined;

/** `valueMeaning('e', '5')` is `long-term vacant`; undefined for an item or a value without a list. Case matters. */
export function valueMeaning(item: string, value: string): string | undefined {
  return entry(item, value)?.meaning;
}

/** Whether the release says what the value means, or we read it from elsewhere. */
export function valueBasis(item: string, value: string): 'stated' | 'inferred' | undefined {
  return entry(item, value)?.basis;
}

/** Whether a value stands for one that the DIP hides from a recipient: it equals anything. */
export function isMasked(value: unknown): boolean {
  return typeof value === 'string' && /^x+$/.test(value);
}
