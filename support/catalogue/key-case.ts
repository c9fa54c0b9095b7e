import { commonBlocks } from './blocks-common';
import { blocks } from './blocks';
import { items } from './items';

const wrappers = ['CommonBlock', 'CustomBlock', 'S0', 'interfaceID', 'schemaVersion', 'eventCode'];
const lists = ['existingMeter', 'existingMAP', 'historyMAP'];
const published = new Map(
  [wrappers, Object.keys(commonBlocks), Object.keys(blocks), lists, Object.keys(items)]
    .flat()
    .map((name) => [name.toLowerCase(), name]),
);

/**
 * A payload with its keys in the published case, and the keys that were written otherwise. The DIP does not enforce the
 * case of keys on the way in; values stay as they are.
 */
export function publishedCase(payload: unknown): { payload: unknown; differing: string[] } {
  const differing = new Set<string>();
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const pairs = Object.entries(value).map(([key, inner]) => {
      const name = published.get(key.toLowerCase()) ?? key;
      if (name !== key) differing.add(key);
      return [name, visit(inner)];
    });
    return Object.fromEntries(pairs);
  };
  return { payload: visit(payload), differing: [...differing] };
}
