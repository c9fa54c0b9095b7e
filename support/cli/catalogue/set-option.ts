import type { JsonSchema } from '../../catalogue';
import { cliErrors, errorsOf } from '../../errors';

const raise = errorsOf(cliErrors);

/**
 * `path=value` pairs as values by path. A value takes the type of its item, as a shell knows text only: `null` is null
 * where null may be, digits are a number where a number must be. After `:=` it is JSON as it stands. OPTION_WRONG.
 */
export function overridesOf(pairs: readonly string[], schema: JsonSchema): Record<string, unknown> {
  return Object.fromEntries(pairs.map((pair) => overrideOf(pair, schema)));
}

function overrideOf(pair: string, schema: JsonSchema): [path: string, value: unknown] {
  const [, path, sign, text] = /^([^=:]+)(:?=)(.*)$/s.exec(pair) ?? [];
  if (path === undefined || text === undefined) throw wrong(pair, 'it has the form path=value, or path:=JSON');
  if (sign === '=') return [path, typed(text, allowed(schema, path))];
  try {
    return [path, JSON.parse(text)];
  } catch {
    throw wrong(pair, 'what stands after := is not JSON; text needs double quotes there');
  }
}

const wrong = (value: string, problem: string) =>
  raise('OPTION_WRONG', { option: '--set', value, problem, command: 'catalogue sample' }, '--set');

function typed(text: string, types: ReadonlySet<string>): unknown {
  if (text === 'null' && types.has('null')) return null;
  if (types.has('string')) return text;
  const isNumber = (types.has('number') || types.has('integer')) && /^-?\d+(\.\d+)?$/.test(text);
  if (isNumber) return Number(text);
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (/^[[{]/.test(text) && (types.has('array') || types.has('object'))) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  }
  return text;
}

/** The types that a value at a path may have. */
function allowed(schema: JsonSchema, path: string): Set<string> {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const at = keys.reduce<readonly JsonSchema[]>((parts, key) => parts.flatMap((part) => below(part, key)), [schema]);
  return new Set(at.flatMap(typesOf));
}

function below(schema: JsonSchema, key: string): JsonSchema[] {
  if (schema.anyOf) return schema.anyOf.flatMap((one) => below(one, key));
  const inner = /^\d+$/.test(key) ? schema.items : schema.properties?.[key];
  return inner ? [inner] : [];
}

function typesOf({ anyOf, type, enum: values, const: only }: JsonSchema): string[] {
  if (anyOf) return anyOf.flatMap(typesOf);
  if (type !== undefined) return typeof type === 'string' ? [type] : [...type];
  return [...(values ?? []), ...(only === undefined ? [] : [only])].map((value) =>
    value === null ? 'null' : typeof value,
  );
}
