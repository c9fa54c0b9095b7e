import Ajv from 'ajv/dist/2020';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/*
 * The published files and a validator that is not ours, for tests that judge by them. Nothing of the product is used,
 * so that a mistake there cannot hide: the validator itself finds what the files refer to, by the addresses in them.
 */

/** Where the published files lie, beside a checkout of this project. */
export const publishedFolder = resolve(__dirname, '../../../shared/dip-spec/v2.1.0');
/** Why a test that needs them is left out, or false. */
export const withoutPublished = existsSync(publishedFolder) ? false : 'left out: the published specification is absent';

/** Base of the addresses by which the files refer to one another. */
export const publishedAddress = 'https://raw.githubusercontent.com/elexon-data/dip-api-documentation/main/';

/** OpenAPI's `nullable` in the words of JSON Schema; values of a list that allow null do not name it. */
export function withNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNull);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'example');
  const schema = Object.fromEntries(entries.map(([key, one]) => [key, withNull(one)]));
  if (schema.nullable !== true || typeof schema.type !== 'string') return schema;
  return { anyOf: [{ ...schema, nullable: undefined }, { type: 'null' }] };
}

/** What a file holds. */
export function publishedFile<T>(folder: string, file: string): T {
  return parse(readFileSync(join(folder, file), 'utf8')) as T;
}

interface Components {
  schemas: Record<string, { oneOf?: unknown; anyOf?: unknown }>;
}

/** A validator that knows the schemas of the files whose names match, each as it is or as `amend` leaves it. */
export function publishedSchemas(folder: string, files: RegExp, amend?: (schemas: Components['schemas']) => void): Ajv {
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, allErrors: false });
  for (const file of readdirSync(folder).filter((name) => files.test(name))) {
    const { components } = publishedFile<{ components: Components }>(folder, file);
    amend?.(components.schemas);
    ajv.addSchema({ $id: publishedAddress + file, components: withNull(components) as object });
  }
  return ajv;
}
