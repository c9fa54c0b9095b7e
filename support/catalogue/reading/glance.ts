import type { JsonLimits } from './json-problem';

const [quote, backslash, colon, comma, open, close] = [0x22, 0x5c, 0x3a, 0x2c, 0x5b, 0x5d];

/** What a text seems to hold. A value takes far more memory than its bytes. */
interface Glance {
  tooDeep: boolean;
  tooMany: boolean;
  keys: number;
}

/** One pass over the bytes of a JSON text, whether or not it is one: how deep it goes, how many values and keys it has. */
export function glance(bytes: Uint8Array, { maxDepth, maxValues }: Omit<JsonLimits, 'maxBytes'>): Glance {
  let depth = 0;
  let keys = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === quote) {
      for (at++; at < bytes.length; at++) {
        const inner = bytes[at]!;
        if (inner === quote) break;
        if (inner === backslash) at++;
      }
    } else if (byte === colon) keys++;
    else if (byte === comma) values++;
    // The brackets differ from the braces in this bit only.
    else if ((byte & ~0x20) === open) {
      values++;
      if (++depth > maxDepth) return { tooDeep: true, tooMany: false, keys };
    } else if ((byte & ~0x20) === close) depth--;
  }
  return { tooDeep: false, tooMany: values > maxValues, keys };
}

/** The keys of a parsed value, all levels: fewer than a glance saw where one stands twice. -1 where one is reserved. */
export function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const inner of value as unknown[]) {
      if (typeof inner !== 'object' || inner === null) continue;
      const count = countKeys(inner);
      if (count < 0) return -1;
      keys += count;
    }
    return keys;
  }
  const record = value as Record<string, unknown>;
  for (const key in record) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return -1;
    keys += 1;
    const inner = record[key];
    if (typeof inner !== 'object' || inner === null) continue;
    const count = countKeys(inner);
    if (count < 0) return -1;
    keys += count;
  }
  return keys;
}
