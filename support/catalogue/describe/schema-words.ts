import type { JsonSchema } from '../json-schema';

/** What is known of a list. */
export interface ListLimits {
  min?: number;
  max?: number;
  /** The whole list may be null. */
  nullable?: true;
}

/** A schema without what only says that null or a list may be. */
export interface Unwrapped {
  schema: JsonSchema;
  /** The value may be null; of a list, each of its values. */
  nullable: boolean;
  list?: ListLimits;
}

const isNull = ({ type }: JsonSchema) => type === 'null';

/** Takes `anyOf: [x, null]` and lists off. */
export function unwrapped(schema: JsonSchema): Unwrapped {
  const others = schema.anyOf?.filter((one) => !isNull(one)) ?? [];
  if (schema.anyOf?.some(isNull) && others.length === 1) {
    const inner = unwrapped(others[0]!);
    return inner.list ? { ...inner, list: { ...inner.list, nullable: true } } : { ...inner, nullable: true };
  }
  if (schema.type !== 'array' || !schema.items) return { schema, nullable: false };
  const { minItems: min, maxItems: max } = schema;
  const inner = unwrapped(schema.items);
  return { ...inner, list: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) } };
}

const between = (least: number | undefined, most: number | undefined) => {
  if (least !== undefined && most !== undefined) return least === most ? `${least}` : `${least} to ${most}`;
  if (most !== undefined) return `at most ${most}`;
  return least === undefined ? '' : `at least ${least}`;
};

/** What a schema of a single value allows, in words. */
export function schemaWords({ type, enum: values, const: only, ...s }: JsonSchema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (values) return `one of ${values.join(', ')}`;
  if (s.properties || type === 'object') return 'an object';
  if (type === 'boolean') return 'true or false';
  if (type === 'integer' || type === 'number') {
    const safe = (limit?: number) =>
      limit !== undefined && Number.isSafeInteger(Math.abs(limit) + 1) ? limit : undefined;
    const range = between(safe(s.minimum), safe(s.maximum));
    const from = range.includes(' to ') ? ' from' : '';
    return `a ${type === 'integer' ? 'whole ' : ''}number${from} ${range}`.trim();
  }
  if (s.anyOf) return s.anyOf.map(schemaWords).join(', or ');
  const length = between(s.minLength || undefined, s.maxLength);
  const size = length && ` of ${length} character${/\b1$/.test(length) ? '' : 's'}`;
  return type === 'string' ? `a text${size}${s.pattern ? ` of the form ${s.pattern}` : ''}` : 'anything';
}
