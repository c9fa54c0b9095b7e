import type { StoredSchema } from './stored';

function span(least: number | undefined, most: number | undefined, unit: string): string {
  const end = unit && ` ${unit}`;
  if (least !== undefined && least === most) return ` of ${least}${end}`;
  if (least && most !== undefined) return ` of ${least} to ${most}${end}`;
  if (most !== undefined) return ` of at most ${most}${end}`;
  return least ? ` of at least ${least}${end}` : '';
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: StoredSchema): string {
  const parts = [
    minimum !== undefined && (maximum === undefined ? `from ${minimum}` : `from ${minimum} to ${maximum}`),
    minimum === undefined && maximum !== undefined && `up to ${maximum}`,
    exclusiveMinimum !== undefined && `above ${exclusiveMinimum}`,
    exclusiveMaximum !== undefined && `below ${exclusiveMaximum}`,
    multipleOf !== undefined && `in steps of ${multipleOf}`,
  ];
  return parts
    .filter(Boolean)
    .map((part) => ` ${String(part)}`)
    .join('');
}

const value = (one: unknown) => (typeof one === 'string' ? one : JSON.stringify(one));

/** What a schema expects, for the text of a problem: `a text of 1 to 50 characters`. */
export function words(schema: StoredSchema): string {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values) return values.length === 1 ? JSON.stringify(values[0]) : `one of ${values.map(value).join(', ')}`;
  const { type, minLength, maxLength, pattern, minItems, maxItems } = schema;
  if (type === 'string') {
    return `a text${span(minLength, maxLength, 'characters')}${pattern === undefined ? '' : ` of the form ${pattern}`}`;
  }
  if (type === 'integer') return `a whole number${range(schema)}`;
  if (type === 'number') return `a number${range(schema)}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'array') return `a list${span(minItems, maxItems, '')}`;
  return type === 'object' ? 'an object' : type === 'null' ? 'null' : 'a value';
}
