import { parseJson, type JsonSchema } from '../../catalogue';
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
  if (sign === '=') return [path, typed(pair, text, allowed(schema, path))];
  const parsed = parseJson(text);
  if (parsed.ok) return [path, parsed.value];
  if (notJson.has(parsed.problem.code)) {
    throw wrong(pair, 'what stands after := is not JSON; text needs double quotes there');
  }
  throw wrong(pair, parsed.problem.text);
}

const notJson: ReadonlySet<string> = new Set(['JSON_NOT_VALID', 'JSON_CUT_OFF', 'JSON_EMPTY']);

/** A pair as messages repeat it: a whole list is nothing to read there. */
export const shortened = (pair: string) => (pair.length > 60 ? `${pair.slice(0, 59)}…` : pair);

const wrong = (pair: string, problem: string) =>
  raise('OPTION_WRONG', { option: '--set', value: shortened(pair), problem, command: 'catalogue sample' }, '--set');

function typed(pair: string, text: string, types: ReadonlySet<string>): unknown {
  if (text === 'null' && types.has('null')) return null;
  if (types.has('string')) return text;
  const isNumber = (types.has('number') || types.has('integer')) && /^-?\d+(\.\d+)?$/.test(text);
  if (isNumber) return Number(text);
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (/^[[{]/.test(text) && (types.has('array') || types.has('object'))) {
    const parsed = parseJson(text);
    if (parsed.ok) return parsed.value;
    if (!notJson.has(parsed.problem.code)) throw wrong(pair, parsed.problem.text);
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
