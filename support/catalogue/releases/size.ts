import { maxDepth, maxParts } from './limits';
import type { StoredRelease, StoredSchema } from './stored';

interface Size {
  parts: number;
  levels: number;
}

const endless: Size = { parts: Infinity, levels: Infinity };
/** Characters that a text must have and that weigh as much as a part. */
const charactersOfPart = 1000;

/**
 * Measures schemas with everything in place of their references. A list counts as often as it must have members;
 * what passes the limits, or contains itself, has `Infinity` parts.
 */
export function measure($defs: StoredRelease['$defs']): (schema: StoredSchema) => number {
  const known = new Map<string, Size>();

  function referred(reference: string, depth: number): Size {
    let size = known.get(reference);
    if (size) return size;
    // Whoever comes back here while the definition is being measured has gone in a circle.
    known.set(reference, endless);
    known.set(reference, (size = sizeOf($defs[reference.slice('#/$defs/'.length)]!, depth + 1)));
    return size;
  }

  function sizeOf(schema: StoredSchema, depth: number): Size {
    if (depth > maxDepth) return endless;
    if (schema.$ref) return referred(schema.$ref, depth);
    const { properties = {}, items, anyOf = [], additionalProperties, minItems = 0, minLength = 0 } = schema;
    const total = { parts: 1 + Math.floor(minLength / charactersOfPart), levels: 1 };
    const add = (inner: StoredSchema, times = 1) => {
      const { parts, levels } = sizeOf(inner, depth + 1);
      total.parts += parts * times;
      total.levels = Math.max(total.levels, levels + 1);
    };
    for (const inner of [...Object.values(properties), ...anyOf]) add(inner);
    if (items) add(items, Math.max(1, minItems));
    if (typeof additionalProperties === 'object') add(additionalProperties);
    return total.parts > maxParts || total.levels > maxDepth ? endless : total;
  }

  return (schema) => sizeOf(schema, 0).parts;
}

/** What `RELEASE_TOO_COMPLEX` says of a schema that is endless, or of all events together. */
export const tooMuch = `over ${maxParts} parts, or ${maxDepth} levels, with all that is referred to`;

/** Whether the events of a release, each written out in full, stay within the limits. */
export function isModest({ events, $defs }: Pick<StoredRelease, 'events' | '$defs'>): boolean {
  const parts = measure($defs);
  return events.reduce((sum, { message }) => sum + parts(message), 0) <= maxParts;
}
