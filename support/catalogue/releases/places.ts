import type { JsonSchema } from '../json-schema';

/** What may stand at one place of a message. */
export interface Fact {
  nullable: boolean;
  /** Object: what its keys are. */
  keys?: readonly string[];
  required?: readonly string[];
  open?: boolean;
  /** List: how many. */
  list?: true;
  /** Value. */
  type?: string;
  values?: readonly string[];
  pattern?: string;
  /** Least and most: of characters, of a number, of members of a list. */
  least?: number;
  most?: number;
}

/** Place in the message, such as `CustomBlock B905List existingMeter meterID`, to what may stand there. */
export type Places = Map<string, Fact>;

// Two ways to write one pattern.
const tidy = (pattern: string) => pattern.replaceAll(/\{(\d+),\1\}/g, '{$1}').replaceAll('}?', '}');
const within = (limit: number | undefined) => (Math.abs(limit ?? 0) === Number.MAX_SAFE_INTEGER ? undefined : limit);

/** Every place of a message of which a schema speaks. */
export function placesOf(schema: JsonSchema): Places {
  const places: Places = new Map();
  visit(schema, '', false, places);
  return places;
}

function visit(schema: JsonSchema, path: string, nullable: boolean, places: Places): void {
  const members = schema.anyOf?.filter((one) => one.type !== 'null');
  if (members?.length === 1) return visit(members[0]!, path, nullable || members.length < schema.anyOf!.length, places);
  if (schema.properties ?? schema.type === 'object') {
    const keys = Object.keys(schema.properties ?? {});
    const open = schema.additionalProperties !== false;
    places.set(path, { nullable, keys, required: schema.required ?? [], open });
    for (const key of keys) visit(schema.properties![key]!, path ? `${path} ${key}` : key, false, places);
  } else if (schema.items) {
    places.set(`${path} []`, { nullable, list: true, least: schema.minItems ?? 0, most: schema.maxItems });
    visit(schema.items, path, false, places);
  } else {
    places.set(path, { nullable, ...value(schema) });
  }
}

function value(schema: JsonSchema): Omit<Fact, 'nullable'> {
  const type = schema.anyOf ? JSON.stringify(schema.anyOf) : String(schema.type ?? 'any');
  const listed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  // Limits beside a list of values add nothing.
  if (listed)
    return {
      type: 'string',
      values: listed
        .filter((one) => one !== null)
        .map(String)
        .sort(),
    };
  return {
    type,
    ...(schema.pattern !== undefined && { pattern: tidy(schema.pattern) }),
    least: type === 'string' ? (schema.minLength ?? 0) : within(schema.minimum),
    most: type === 'string' ? schema.maxLength : within(schema.maximum),
  };
}
