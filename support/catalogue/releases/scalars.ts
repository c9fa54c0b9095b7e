import { invalid } from './keywords';
import { below, type Mapping, type Place } from './specification';

/** Values of a list, each once; null is said otherwise. Raises RELEASE_SCHEMA_INVALID. */
export function enumOf(values: unknown[], types: string[], place: Place): unknown[] {
  const kept = values.filter((value) => value !== null || types.length === 0);
  const wrong =
    types.length === 1 && types[0] === 'string' ? kept.find((value) => typeof value !== 'string') : undefined;
  if (wrong !== undefined) throw invalid(below(place, 'enum'), 'enum', wrong, 'a value in quotes');
  return [...new Set(kept)];
}

/** OpenAPI 3.0 says with true that a limit is itself excluded. The limit of a whole number becomes the next one. */
export function exclusiveLimits(rest: Mapping, type: string | undefined): Record<string, unknown>[] {
  const one = (key: string, limit: string, step: 1 | -1) => {
    const given = rest[key] === true ? rest[limit] : rest[key];
    if (typeof given !== 'number') return { [key]: undefined };
    const own = rest[key] === true ? undefined : rest[limit];
    if (type !== 'integer') return { [key]: given, [limit]: own };
    const next = step * (Math.floor(step * given) + 1);
    return { [key]: undefined, [limit]: typeof own === 'number' ? step * Math.max(step * own, step * next) : next };
  };
  return [one('exclusiveMinimum', 'minimum', 1), one('exclusiveMaximum', 'maximum', -1)];
}
