import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/*
 * Judges messages by the published files and a validator that is not ours. Nothing of the import is used, so that a
 * mistake there cannot hide: the validator itself finds what the files refer to, by the addresses that stand in them.
 */

const address = 'https://raw.githubusercontent.com/elexon-data/dip-api-documentation/main/';
const interfaces = 'Interfaces-EventCodes-unresolved.yaml';

/** OpenAPI's `nullable` in the words of JSON Schema; values of a list that allow null do not name it. */
function withNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNull);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'example');
  const schema = Object.fromEntries(entries.map(([key, one]) => [key, withNull(one)]));
  if (schema.nullable !== true || typeof schema.type !== 'string') return schema;
  return { anyOf: [{ ...schema, nullable: undefined }, { type: 'null' }] };
}

/** A judge of messages by the files of a folder. */
export function openJudge(folder: string) {
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, allErrors: false });
  const names: string[] = [];
  for (const file of readdirSync(folder).filter((name) => /^(Data|ECS|Interfaces|Real)/.test(name))) {
    const { components } = parse(readFileSync(join(folder, file), 'utf8')) as { components: { schemas: object } };
    if (file === interfaces) names.push(...Object.keys(components.schemas));
    ajv.addSchema({ $id: address + file, components: withNull(components) as object });
  }
  const validators = new Map<string, ValidateFunction>();

  /** The validator of an event: of its own schema, or of the one schema of its interface. */
  return (interfaceId: string, event: string): ValidateFunction => {
    const own = `${interfaceId}-${event}`;
    const name = names.includes(own) ? own : `${interfaceId}-Payload`;
    let validator = validators.get(name);
    if (!validator) {
      validator = ajv.getSchema(`${address}${interfaces}#/components/schemas/${name}`)!;
      validators.set(name, validator);
    }
    return validator;
  };
}
