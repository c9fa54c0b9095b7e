import { catalogueErrors, errorsOf, nearest } from '../../errors';
import type { JsonSchema } from '../json-schema';
import type { Wanted } from './generate';
import { open } from './schema';

/** Values by path: `{ 'CustomBlock.B905List[0].existingMeter.meterID': 'Z26A000001' }`. */
export type Overrides = Readonly<Record<string, unknown>>;

const raise = errorsOf(catalogueErrors);

const known = new WeakMap<JsonSchema, ReadonlySet<string>>();

/** Every path that a schema knows, `[]` for any index. */
function pathsOf(schema: JsonSchema): ReadonlySet<string> {
  let paths = known.get(schema);
  if (!paths) known.set(schema, (paths = new Set(walk(schema, ''))));
  return paths;
}

function walk(node: JsonSchema, path: string): string[] {
  const { schema } = open(node);
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    walk(one, path ? `${path}.${name}` : name),
  );
  return [...(path ? [path] : []), ...(schema.items ? walk(schema.items, `${path}[]`) : []), ...inner];
}

const anyIndex = (path: string) => path.replace(/\[\d+\]/g, '[]');

const keysOf = (path: string) => path.split(/[.[\]]+/).filter(Boolean);

/** The path that was probably meant: one that ends in the words given, else the nearest in letters. */
function meant(path: string, paths: ReadonlySet<string>): string {
  const word = anyIndex(path);
  const candidate = [...paths].find((one) => one.endsWith(`.${word}`)) ?? nearest(word, [...paths]);
  return candidate?.replaceAll('[]', '[0]') ?? 'none';
}

/** What overrides need to stand on. Raises SAMPLE_PATH_UNKNOWN for a path that the schema does not have. */
export function wantedFor(set: Overrides, schema: JsonSchema, message: string): Wanted {
  const paths = pathsOf(schema);
  const there = new Set<string>();
  const counts = new Map<string, number>();
  for (const path of Object.keys(set)) {
    if (!paths.has(anyIndex(path))) throw raise('SAMPLE_PATH_UNKNOWN', { path, message, nearest: meant(path, paths) });
    for (const { index } of path.matchAll(/[.[]|$/g)) there.add(path.slice(0, index));
    for (const { 0: brackets, index } of path.matchAll(/\[\d+\]/g)) {
      const list = path.slice(0, index);
      counts.set(list, Math.max(counts.get(list) ?? 0, Number(brackets.slice(1, -1)) + 1));
    }
  }
  return { has: (path) => there.has(path), count: (path) => counts.get(path) ?? 0 };
}

/** Puts the values in, in place. Raises SAMPLE_PATH_UNKNOWN where another value took the ground away. */
export function override(sample: unknown, set: Overrides, message: string): void {
  for (const [path, value] of Object.entries(set)) {
    const keys = keysOf(path);
    const last = keys.pop()!;
    const holder = keys.reduce<unknown>((at, key) => (isHolder(at) ? at[key] : undefined), sample);
    if (!isHolder(holder)) throw raise('SAMPLE_PATH_UNKNOWN', { path, message, nearest: lastThere(path, sample) });
    holder[last] = value;
  }
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The path with the last entry of a list that is too short for it. */
function lastThere(path: string, sample: unknown): string {
  let at = sample;
  return path.replace(/([^.[\]]+)(\]?)/g, (_, key: string, bracket: string) => {
    const length = Array.isArray(at) ? at.length : 0;
    const known = bracket && Number(key) >= length ? String(Math.max(0, length - 1)) : key;
    at = isHolder(at) ? at[known] : undefined;
    return known + bracket;
  });
}
