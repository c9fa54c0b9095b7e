import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/*
 * For the comparison with a published specification (OpenAPI files that refer to one another): what it says of every
 * place of a message, in the same form as what our own schemas say.
 */

/** What is read of a JSON or OpenAPI schema. */
export interface Json {
  $ref?: string;
  type?: unknown;
  enum?: (string | null)[];
  const?: string;
  nullable?: boolean;
  anyOf?: Json[];
  properties?: Record<string, Json>;
  required?: string[];
  additionalProperties?: unknown;
  items?: Json;
  minItems?: number;
  maxItems?: number;
  multipleOf?: number;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

/** Place in the message (`.CustomBlock.B905List[].existingMeter`) to what may stand there. */
export type Facts = Record<string, unknown>;

interface Opened {
  schema: Json;
  nullable: boolean;
  /** File that the references inside are relative to. */
  file: string;
}

const tidy = (pattern?: string) => pattern?.replace('}?', '}').replace('{4,4}', '{4}');

// Length limits beside a list of values add nothing.
function leaf(schema: Json, nullable: boolean) {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const limits = { min: schema.minLength ?? 0, max: schema.maxLength, pattern: tidy(schema.pattern) };
  return {
    type: schema.type,
    nullable,
    values: values?.filter((value) => value !== null).sort(),
    ...(values ? {} : limits),
    least: schema.minimum,
    most: schema.maximum,
    ...(schema.multipleOf !== undefined && { multipleOf: schema.multipleOf }),
    ...(schema.format && { format: schema.format }),
  };
}

function collect(
  node: Json,
  file: string,
  path: string,
  out: Facts,
  open: (node: Json, file: string) => Opened,
): Facts {
  const { schema, nullable, file: next } = open(node, file);
  if (schema.properties) {
    const keys = Object.keys(schema.properties).sort();
    out[path] = { keys, required: [...(schema.required ?? [])].sort(), strict: schema.additionalProperties === false };
    for (const key of keys) collect(schema.properties[key]!, next, `${path}.${key}`, out, open);
  } else if (schema.items) {
    const most = schema.maxItems !== undefined && { most: schema.maxItems };
    out[path] = { list: true, nullable, least: schema.minItems ?? 0, ...most };
    collect(schema.items, next, `${path}[]`, out, open);
  } else {
    out[path] = leaf(schema, nullable);
  }
  return out;
}

/** Facts of one of our own schemas, given as JSON Schema: null is an alternative there. */
export function ownFacts(schema: Json): Facts {
  return collect(schema, '', '', {}, (node) => {
    const given = node.anyOf?.find((part) => part.type !== 'null');
    return { schema: given ?? node, nullable: given !== undefined, file: '' };
  });
}

/** Reads the files of a specification as they are asked for. `numbers` maps an item's name to its DI number. */
export function openSpecification(folder: string) {
  const files = new Map<string, Record<string, Json>>();
  const schemas = (file: string): Record<string, Json> => {
    if (!files.has(file)) files.set(file, parse(readFileSync(join(folder, file), 'utf8')).components.schemas);
    return files.get(file)!;
  };
  const facts = (file: string, name: string) => {
    const numbers = new Map<string, string>();
    const open = (node: Json, from: string): Opened => {
      let [schema, at] = [node, from];
      while (schema.$ref) {
        const [url, pointer] = schema.$ref.split('#') as [string, string];
        if (url) at = url.split('/').at(-1)!;
        schema = schemas(at)[pointer.split('/').at(-1)!]!;
      }
      for (const [key, inner] of Object.entries(schema.properties ?? {})) {
        const number = inner.$ref?.match(/DI-\d{3}/)?.[0];
        if (number) numbers.set(key, number);
      }
      return { schema, nullable: schema.nullable === true, file: at };
    };
    return { places: collect({ $ref: `#/${name}` }, file, '', {}, open), numbers };
  };
  return { schemas, facts };
}
