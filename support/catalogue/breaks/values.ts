import type { JsonSchema } from '../json-schema';
import { expression } from '../samples/schema';

/** One way in which a value is wrong. */
export interface Wrong {
  what: string;
  value: unknown;
}

/** Every way in which one value can break what its place asks for, null and absence aside. */
export function wrongValues(schema: JsonSchema, value: unknown): Wrong[] {
  if (schema.properties) return [{ what: 'a list instead of an object', value: [] }];
  if (schema.items) return [{ what: 'an object instead of a list', value: {} }, ...wrongLengths(schema, value)];
  const listed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const type = schema.type ?? (listed && typeof listed[0]);
  if (type === undefined) return [];
  const wrongType = { what: `not of type ${type as string}`, value: type === 'string' ? 7 : 'seven' };
  if (listed) return [wrongType, { what: 'a value that is not listed', value: unlisted(listed) }];
  if (type === 'string') return [wrongType, ...wrongTexts(schema, value)];
  if (type === 'integer') return [wrongType, { what: 'not a whole number', value: 0.5 }, ...wrongNumbers(schema)];
  return type === 'number' ? [wrongType, ...wrongNumbers(schema)] : [wrongType];
}

function unlisted(listed: readonly unknown[]): unknown {
  const first = listed[0];
  if (typeof first !== 'string') return typeof first === 'number' ? Math.max(...(listed as number[])) + 1 : 'unlisted';
  // As long as a listed one, so that no length is broken with it.
  return '~'.repeat(Math.max(1, first.length));
}

function wrongTexts({ minLength = 0, maxLength, pattern }: JsonSchema, given: unknown): Wrong[] {
  const value = typeof given === 'string' ? given : '';
  const wrong: Wrong[] = [];
  if (minLength > 0) wrong.push({ what: `shorter than ${minLength}`, value: value.slice(0, minLength - 1) });
  if (maxLength !== undefined) wrong.push({ what: `longer than ${maxLength}`, value: longer(value, maxLength + 1) });
  const other = '~'.repeat(Math.max(1, value.length));
  if (pattern !== undefined && !expression(pattern).test(other))
    wrong.push({ what: 'not of the pattern', value: other });
  return wrong;
}

/** The last character again and again: what a pattern says of it mostly still holds. */
const longer = (value: string, length: number) => value.padEnd(length, value.at(-1) ?? 'X');

function wrongNumbers({ minimum, maximum }: JsonSchema): Wrong[] {
  // The ends of what a program can count are not limits of the release.
  const isLimit = (limit: number | undefined): limit is number =>
    limit !== undefined && Number.isSafeInteger(limit) && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  return [
    ...(isLimit(minimum) ? [{ what: `less than ${minimum}`, value: minimum - 1 }] : []),
    ...(isLimit(maximum) ? [{ what: `more than ${maximum}`, value: maximum + 1 }] : []),
  ];
}

function wrongLengths({ minItems = 0, maxItems }: JsonSchema, given: unknown): Wrong[] {
  const list = given as unknown[];
  const wrong: Wrong[] = [];
  if (minItems > 0) wrong.push({ what: `fewer than ${minItems}`, value: list.slice(0, minItems - 1) });
  if (maxItems !== undefined && list.length > 0) {
    const value = Array.from({ length: maxItems + 1 }, (_, i) => list[i] ?? list.at(-1));
    wrong.push({ what: `more than ${maxItems}`, value });
  }
  return wrong;
}
