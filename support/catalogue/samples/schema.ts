import type { JsonSchema } from '../json-schema';

export interface Opened {
  schema: JsonSchema;
  nullable: boolean;
}

const isNull = (schema: JsonSchema) => schema.type === 'null' || schema.const === null;

const opened = new WeakMap<JsonSchema, Opened>();

/** What stands at a place once null is put aside: `anyOf` with null, a list of types, or null among the values. */
export function open(node: JsonSchema): Opened {
  let found = opened.get(node);
  if (!found) opened.set(node, (found = look(node)));
  return found;
}

function look(node: JsonSchema): Opened {
  if (node.anyOf) {
    const given = node.anyOf.find((one) => !isNull(one)) ?? {};
    const inner = open(given);
    return { schema: inner.schema, nullable: inner.nullable || node.anyOf.some(isNull) };
  }
  if (Array.isArray(node.type)) {
    const type = node.type.find((one) => one !== 'null');
    return { schema: { ...node, type }, nullable: node.type.includes('null') };
  }
  const values = node.enum;
  return values?.includes(null)
    ? { schema: { ...node, enum: values.filter((value) => value !== null) }, nullable: true }
    : { schema: node, nullable: isNull(node) };
}

const expressions = new Map<string, RegExp>();

/** A compiled pattern, kept. */
export function expression(pattern: string): RegExp {
  let found = expressions.get(pattern);
  if (!found) expressions.set(pattern, (found = new RegExp(pattern)));
  return found;
}

/** Whether a value that is neither list nor object may stand at a place. */
export function fits(schema: JsonSchema, value: unknown): boolean {
  if (schema.const !== undefined) return value === schema.const;
  if (schema.enum) return schema.enum.some((one) => one === value);
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' && fitsText(schema, value);
    case 'integer':
      return Number.isInteger(value) && inRange(schema, value as number);
    case 'number':
      return typeof value === 'number' && inRange(schema, value);
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return schema.type === undefined;
  }
}

function fitsText({ minLength = 0, maxLength = Infinity, pattern }: JsonSchema, value: string): boolean {
  // JSON Schema counts characters, not the halves that some of them have in a JavaScript string.
  const length = [...value].length;
  return length >= minLength && length <= maxLength && (pattern === undefined || expression(pattern).test(value));
}

function inRange({ minimum = -Infinity, maximum = Infinity }: JsonSchema, value: number): boolean {
  return value >= minimum && value <= maximum;
}
