import { z } from 'zod';
import type { Message } from './blocks';
import type { JsonSchema } from './json-schema';

const $schema = 'https://json-schema.org/draft/2020-12/schema';

// Most messages are made of blocks that others have too, and a block is dear to describe.
const parts = new WeakMap<z.ZodType, JsonSchema>();

function partOf(schema: z.ZodType): JsonSchema {
  let part = parts.get(schema);
  if (!part) {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
    parts.set(schema, (part = rest));
  }
  return part;
}

const needed = (schema: z.ZodType) => (schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema);

function objectOf(schema: z.ZodObject, describe: (inner: z.ZodType) => JsonSchema): JsonSchema {
  const shape = Object.entries(schema.shape as Record<string, z.ZodType>);
  const required = shape.filter(([, inner]) => !inner.isOptional()).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(shape.map(([name, inner]) => [name, describe(needed(inner))])),
    ...(required.length > 0 && { required }),
    additionalProperties: schema.def.catchall instanceof z.ZodNever ? false : {},
  };
}

/**
 * What `z.toJSONSchema` says of the schema of a message of the bundled release, block by block: a block that several
 * messages share is described once, and is the same object in each.
 */
export function messageJson(schema: z.ZodType<Message>): JsonSchema {
  const header = (part: z.ZodType) => objectOf(part as z.ZodObject, partOf);
  return { $schema, ...objectOf(schema as unknown as z.ZodObject, header) };
}
